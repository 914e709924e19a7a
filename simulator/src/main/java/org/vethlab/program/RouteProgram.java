package org.vethlab.program;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.NetException;

/** The {@code route} of net-tools 2.10. */
public final class RouteProgram implements Program {
    private static final List<String> LONG_OPTIONS = List.of(
            "ax25",
            "ip",
            "ipx",
            "appletalk",
            "netrom",
            "inet",
            "inet6",
            "ddp",
            "unix",
            "tcpip",
            "extend=e",
            "verbose=v",
            "version=V",
            "numeric=n",
            "symbolic=N",
            "protocol=A",
            "cache=C",
            "fib=F",
            "help=h");

    private static final int OPTION_ERROR = 3;

    @Override
    public String name() {
        return "route";
    }

    @Override
    public String path() {
        return "/usr/sbin/route";
    }

    @Override
    public String summary() {
        return "show / manipulate the IP routing table";
    }

    @Override
    public int run(Context context) {
        // Options in one letter would swallow -net and -host: the program hides them first, too.
        List<String> words = context.arguments().stream()
                .map(word -> word.equals("-net") || word.equals("-host") ? "#" + word.substring(1) : word)
                .toList();
        GetOpt.Result given;
        try {
            given = new GetOpt("route", "A:eCFhnN64Vv?", LONG_OPTIONS).parse(words);
        } catch (CommandException unreadable) {
            context.err().println(unreadable.text());
            return help(context);
        }
        if (given.has("V")) {
            context.out().print(UsageText.of("route-version"));
            return 0;
        }
        if (given.has("h") || given.has("?")) {
            return help(context);
        }
        Optional<Integer> refused = checkFamily(context, given);
        return refused.isPresent() ? refused.get() : act(context, given);
    }

    /** The families go to standard error, where they overtake the rest. */
    private static int help(Context context) {
        context.err().print(UsageText.of("route-families"));
        context.out().print(UsageText.of("route"));
        return 0;
    }

    private static String family(GetOpt.Result given) {
        return given.last("A").orElse(given.has("6") || given.has("inet6") ? "inet6" : "inet");
    }

    private static Optional<Integer> checkFamily(Context context, GetOpt.Result given) {
        String family = family(given);
        return family.equals("inet") || family.equals("inet6")
                ? Optional.empty()
                : Optional.of(context.fail(1, "Unknown address family `" + family + "'."));
    }

    private static int act(Context context, GetOpt.Result given) {
        if (given.operands().isEmpty()) {
            return list(context, given);
        }
        Arguments words = new Arguments(given.operands());
        boolean inet6 = family(given).equals("inet6");
        return switch (words.next()) {
            case "add" -> inet6 ? new Route6Settings(context).add(words) : new RouteSettings(context).add(words);
            case "del", "delete" ->
                inet6 ? new Route6Settings(context).delete(words) : new RouteSettings(context).delete(words);
            case "flush" -> {
                context.err().println("Flushing `" + family(given) + "' routing table not supported");
                context.err().print(UsageText.of(inet6 ? "route-inet6" : "route-inet"));
                yield OPTION_ERROR;
            }
            default -> {
                context.err().print(UsageText.of("route") + UsageText.of("route-families"));
                yield OPTION_ERROR;
            }
        };
    }

    private static int list(Context context, GetOpt.Result given) {
        long extended = given.options().stream()
                .filter(option -> option.key().equals("e"))
                .count();
        if (family(given).equals("inet6")) {
            new Route6Table(context).print(lines(context, "/proc/net/ipv6_route", 0));
            return 0;
        }
        boolean cache = given.has("C");
        boolean numeric = given.has("n") || given.has("N");
        // Two bits count how often -e was given: three times is none at all.
        RouteTable table = new RouteTable(context, (int) (extended + 1) % 4, numeric);
        if (given.has("F") || !cache) {
            table.print(lines(context, "/proc/net/route", 1));
        }
        if (cache) {
            table.printCache();
        }
        return 0;
    }

    /** The rows of a file of routes in words, the heading left out. */
    private static List<List<String>> lines(Context context, String file, int heading) {
        try {
            return new String(context.files().read(file), StandardCharsets.UTF_8)
                    .lines()
                    .skip(heading)
                    .map(line -> Arrays.asList(line.strip().split("\\s+")))
                    .toList();
        } catch (NetException missing) {
            throw new CommandException(1, file + ": " + missing.errno().text());
        }
    }
}
