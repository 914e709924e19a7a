package org.vethlab.program.ss;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vethlab.net.tcp.TcpState;
import org.vethlab.program.CommandException;
import org.vethlab.program.GetOpt;
import org.vethlab.program.UsageText;

/**
 * What ss is told to show.
 *
 * @param expression the words of the filter, behind the states
 */
record SsOptions(
        GetOpt.Result words,
        Set<SocketKind> kinds,
        boolean ipv4,
        boolean ipv6,
        Set<TcpState> states,
        List<String> expression) {
    private static final String LETTERS = "dhaletuwxnro460spTbEf:mMiA:D:F:vVzZN:KHSO";
    private static final List<String> LONG_NAMES = List.of(
            "numeric=n",
            "resolve=r",
            "options=o",
            "extended=e",
            "memory=m",
            "info=i",
            "processes=p",
            "threads=T",
            "bpf=b",
            "events=E",
            "dccp=d",
            "tcp=t",
            "sctp=S",
            "udp=u",
            "raw=w",
            "unix=x",
            "tipc",
            "vsock",
            "all=a",
            "listening=l",
            "ipv4=4",
            "ipv6=6",
            "packet=0",
            "family=f",
            "socket=A",
            "query=A",
            "summary=s",
            "diag=D",
            "filter=F",
            "version=V",
            "help=h",
            "context=Z",
            "contexts=z",
            "net=N",
            "tipcinfo",
            "tos",
            "cgroup",
            "kill=K",
            "no-header=H",
            "xdp",
            "mptcp=M",
            "oneline=O",
            "inet-sockopt");

    private static final List<String> UNKNOWN =
            List.of("b", "E", "d", "S", "tipc", "vsock", "0", "D", "F", "z", "Z", "tipcinfo", "K", "xdp", "M");

    static List<String> notSimulated() {
        return UNKNOWN.stream().map(SsOptions::option).toList();
    }

    private static String option(String name) {
        return "ss " + (name.length() > 1 ? "--" : "-") + name;
    }

    static SsOptions parse(List<String> arguments) {
        GetOpt.Result words = new GetOpt("ss", LETTERS, LONG_NAMES)
                .failing(CommandException.USAGE, UsageText.of("ss").stripTrailing())
                .parse(arguments);
        for (String letter : UNKNOWN) {
            if (words.has(letter)) {
                throw CommandException.notSimulated(option(letter));
            }
        }
        List<String> rest = new ArrayList<>(words.operands());
        Set<TcpState> states = states(words, rest);
        checkFamily(words);
        boolean four = words.has("4") || isFamily(words, "inet");
        boolean six = words.has("6") || isFamily(words, "inet6");
        return new SsOptions(words, kinds(words), four || !six, six || !four, states, rest);
    }

    private static void checkFamily(GetOpt.Result words) {
        words.last("f")
                .filter(family -> !List.of("inet", "inet6", "unix").contains(family))
                .ifPresent(family -> {
                    if (List.of("link", "netlink", "tipc", "vsock", "xdp").contains(family)) {
                        throw CommandException.notSimulated("ss -f " + family);
                    }
                    throw usage("ss: \"" + family + "\" is invalid family");
                });
    }

    private static boolean isFamily(GetOpt.Result words, String family) {
        return words.last("f").filter(family::equals).isPresent();
    }

    private static CommandException usage(String why) {
        return new CommandException(
                CommandException.USAGE, why + "\n" + UsageText.of("ss").stripTrailing());
    }

    /** {@code state} and {@code exclude} come first; the first of either forgets what the options asked for. */
    private static Set<TcpState> states(GetOpt.Result words, List<String> rest) {
        EnumSet<TcpState> states = EnumSet.copyOf(byOptions(words));
        boolean seen = false;
        while (!rest.isEmpty() && List.of("state", "exclude", "excl").contains(rest.get(0))) {
            String verb = rest.remove(0);
            if (rest.isEmpty()) {
                throw CommandException.incomplete();
            }
            String name = rest.remove(0);
            Set<TcpState> named = StateWords.of(name)
                    .orElseThrow(() -> new CommandException(CommandException.USAGE, "ss: wrong state name: " + name));
            if (!seen) {
                states = verb.equals("state") ? EnumSet.noneOf(TcpState.class) : EnumSet.copyOf(StateWords.ALL);
            }
            seen = true;
            if (verb.equals("state")) {
                states.addAll(named);
            } else {
                states.removeAll(named);
            }
        }
        return states;
    }

    private static Set<TcpState> byOptions(GetOpt.Result words) {
        Set<TcpState> states = byKinds(kinds(words));
        for (GetOpt.Option option : words.options()) {
            states = switch (option.key()) {
                case "a" -> StateWords.ALL;
                case "l" -> StateWords.LISTENING;
                default -> states;
            };
        }
        return states;
    }

    /** What is not bound to a state otherwise: connections, and of UDP and raw sockets those with a far end. */
    private static Set<TcpState> byKinds(Set<SocketKind> kinds) {
        return kinds.contains(SocketKind.TCP) || kinds.contains(SocketKind.UNIX)
                ? StateWords.CONNECTED
                : EnumSet.of(TcpState.ESTABLISHED);
    }

    private static Set<SocketKind> kinds(GetOpt.Result words) {
        EnumSet<SocketKind> kinds = EnumSet.noneOf(SocketKind.class);
        for (GetOpt.Option option : words.options()) {
            switch (option.key()) {
                case "t" -> kinds.add(SocketKind.TCP);
                case "u" -> kinds.add(SocketKind.UDP);
                case "w" -> kinds.add(SocketKind.RAW);
                case "x" -> kinds.add(SocketKind.UNIX);
                case "f" -> kinds.addAll(option.text().equals("unix") ? Set.of(SocketKind.UNIX) : Set.of());
                case "A" -> query(option.text(), kinds);
                default -> {}
            }
        }
        return kinds.isEmpty() ? byFamily(words) : kinds;
    }

    private static Set<SocketKind> byFamily(GetOpt.Result words) {
        boolean internet = words.has("4") || words.has("6") || words.has("f");
        return internet ? EnumSet.of(SocketKind.RAW, SocketKind.UDP, SocketKind.TCP) : EnumSet.allOf(SocketKind.class);
    }

    private static void query(String list, EnumSet<SocketKind> kinds) {
        for (String word : list.split(",", -1)) {
            switch (word) {
                case "all" -> kinds.addAll(EnumSet.allOf(SocketKind.class));
                case "inet" -> kinds.addAll(EnumSet.of(SocketKind.RAW, SocketKind.UDP, SocketKind.TCP));
                case "tcp" -> kinds.add(SocketKind.TCP);
                case "udp" -> kinds.add(SocketKind.UDP);
                case "raw" -> kinds.add(SocketKind.RAW);
                case "unix", "unix_stream", "u_str", "unix_dgram", "u_dgr", "unix_seqpacket", "u_seq" ->
                    kinds.add(SocketKind.UNIX);
                case "packet", "packet_raw", "packet_dgram", "netlink", "dccp", "sctp", "mptcp", "tipc", "xdp" ->
                    throw CommandException.notSimulated("ss -A " + word);
                default -> throw usage("ss: \"" + word + "\" is illegal socket table id");
            }
        }
    }

    private boolean has(String letter) {
        return words.has(letter);
    }

    boolean numeric() {
        return has("n");
    }

    boolean resolve() {
        return has("r");
    }

    boolean timers() {
        return has("o") || has("e");
    }

    boolean extended() {
        return has("e");
    }

    boolean memory() {
        return has("m");
    }

    boolean info() {
        return has("i");
    }

    boolean processes() {
        return has("p") || has("T");
    }

    boolean header() {
        return !has("H");
    }

    boolean oneLine() {
        return has("O");
    }

    boolean summary() {
        return has("s");
    }

    /** Nothing but the summary is asked for. */
    boolean onlySummary() {
        return summary()
                && words.operands().isEmpty()
                && words.options().stream().noneMatch(option -> "tuwx46fA".contains(option.key()));
    }
}
