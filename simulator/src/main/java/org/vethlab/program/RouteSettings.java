package org.vethlab.program;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.NetException;
import org.vethlab.net.route.RouteIoctls;
import org.vethlab.net.route.RouteMetric;
import org.vethlab.net.route.RouteMetrics;

/** {@code route add} and {@code route del} (INET_setroute of net-tools). */
final class RouteSettings {
    private static final int OPTION_ERROR = 3;
    private static final int LOOKUP_ERROR = 6;
    private static final int SOCKET_ERROR = 7;

    private final Context context;
    private final Map<RouteMetric, Long> metrics = new EnumMap<>(RouteMetric.class);
    private Ipv4Address target = Ipv4Address.ANY;
    private Ipv4Address mask = Ipv4Address.ANY;
    private String maskWord = "default";
    private boolean host;
    private Optional<Ipv4Address> gateway = Optional.empty();
    private OptionalLong metric = OptionalLong.empty();
    private Optional<String> device = Optional.empty();
    private boolean reject;

    RouteSettings(Context context) {
        this.context = context;
    }

    int add(Arguments words) {
        return change(words, "SIOCADDRT", entry -> new RouteIoctls(context.net()).add(entry));
    }

    int delete(Arguments words) {
        return change(words, "SIOCDELRT", entry -> new RouteIoctls(context.net()).delete(entry));
    }

    private int change(Arguments words, String call, Consumer<RouteIoctls.Entry> ioctl) {
        if (!words.hasNext()) {
            context.out().print(UsageText.of("route-inet"));
            return 0;
        }
        parseTarget(words);
        while (words.hasNext()) {
            parseOption(words.next(), words);
        }
        checkMask();
        RouteMetrics all = new RouteMetrics(metrics, Set.of(), "");
        try {
            ioctl.accept(new RouteIoctls.Entry(target, host, mask, gateway, metric, device, reject, all));
            return 0;
        } catch (NetException refused) {
            return context.fail(SOCKET_ERROR, call + ": " + refused.errno().text());
        }
    }

    private static CommandException usage(String complaint) {
        return new CommandException(
                OPTION_ERROR, complaint + UsageText.of("route-inet").stripTrailing());
    }

    private static String next(Arguments words) {
        if (!words.hasNext()) {
            throw usage("");
        }
        return words.next();
    }

    /** Without {@code -net} only {@code default} is a network; a prefix length does not make one. */
    private void parseTarget(Arguments words) {
        boolean net = words.takeIf("#net");
        boolean single = !net && words.takeIf("#host");
        String word = next(words);
        int slash = word.indexOf('/');
        if (slash >= 0) {
            parseLength(word.substring(slash + 1));
            word = word.substring(0, slash);
        }
        target = resolve(word, HostNames.failure(word));
        host = single || !net && !word.equals("default");
    }

    /** Shifts as the processor does, which takes the length modulo 32: a network of 32 bits gets no mask at all. */
    private void parseLength(String word) {
        int length = (int) Numbers.unsigned(word, 31).orElseThrow(() -> usage(""));
        mask = new Ipv4Address(~(-1 >>> length));
        maskWord = mask.toString();
    }

    private Ipv4Address resolve(String word, String failure) {
        return HostNames.resolve(context, word)
                .orElseThrow(() -> new CommandException(LOOKUP_ERROR, word + ": " + failure));
    }

    private void parseOption(String word, Arguments words) {
        switch (word) {
            case "metric" -> metric = OptionalLong.of(parseMetric(next(words)));
            case "netmask" -> parseMask(words);
            case "gw", "gateway" -> parseGateway(words);
            case "mss", "mtu" -> {
                long mss = number(next(words));
                if (mss < 64 || mss > 65536) {
                    throw usage("route: Invalid MSS/MTU.\n");
                }
                metrics.put(RouteMetric.ADVMSS, mss - 40);
            }
            case "window" -> {
                long window = number(next(words));
                if (window < 128) {
                    throw usage("route: Invalid window.\n");
                }
                metrics.put(RouteMetric.WINDOW, window);
            }
            case "irtt" -> metrics.put(RouteMetric.RTT, number(next(words)) * 8);
            case "reject" -> reject = true;
            case "mod", "dyn", "reinstate" -> {}
            case "device", "dev" -> parseDevice(next(words));
            default -> {
                parseDevice(word);
                if (words.hasNext()) {
                    throw usage("");
                }
            }
        }
    }

    private void parseDevice(String name) {
        if (device.isPresent()) {
            throw usage("");
        }
        device = Optional.of(name);
    }

    private static long parseMetric(String word) {
        if (word.isEmpty() || !Character.isDigit(word.charAt(0))) {
            throw usage("");
        }
        return number(word);
    }

    /** atoi(3): the digits at the beginning. */
    private static long number(String word) {
        int end = 0;
        while (end < word.length() && end < 9 && Character.isDigit(word.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Long.parseLong(word.substring(0, end));
    }

    private void parseMask(Arguments words) {
        if (!words.hasNext() || !mask.isUnspecified()) {
            throw usage("");
        }
        maskWord = words.next();
        mask = resolve(maskWord, HostNames.failure(maskWord));
    }

    private void parseGateway(Arguments words) {
        String word = next(words);
        if (gateway.isPresent()) {
            throw usage("");
        }
        gateway = Optional.of(resolve(word, "Unknown host"));
        if (word.equals("default")) {
            throw usage("route: default: cannot use a NETWORK as gateway!\n");
        }
    }

    private void checkMask() {
        int inverse = ~mask.bits();
        if (mask.isUnspecified()) {
            return;
        }
        if (host) {
            throw usage(
                    "route: netmask " + HexFormat.of().toHexDigits(inverse) + " doesn't make sense with host route\n");
        }
        if ((inverse & inverse + 1) != 0) {
            throw usage("route: bogus netmask " + maskWord + "\n");
        }
        if ((target.bits() & inverse) != 0) {
            throw usage("route: netmask doesn't match route address\n");
        }
    }
}
