package org.vethlab.program;

import java.util.Optional;
import java.util.function.Consumer;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.NetException;
import org.vethlab.net.route6.Ipv6RouteIoctls;

/** {@code route -6 add} and {@code route -6 del} (INET6_setroute of net-tools). */
final class Route6Settings {
    private static final int OPTION_ERROR = 3;
    private static final int LOOKUP_ERROR = 1;
    private static final int SOCKET_ERROR = 7;

    private final Context context;
    private Ipv6Prefix target = Ipv6Prefix.DEFAULT;
    private Optional<Ipv6Address> gateway = Optional.empty();
    private Optional<String> device = Optional.empty();
    private long metric = 1;
    private boolean reject;

    Route6Settings(Context context) {
        this.context = context;
    }

    int add(Arguments words) {
        return change(words, "SIOCADDRT", entry -> new Ipv6RouteIoctls(context.net()).add(entry));
    }

    int delete(Arguments words) {
        return change(words, "SIOCDELRT", entry -> new Ipv6RouteIoctls(context.net()).delete(entry));
    }

    private int change(Arguments words, String call, Consumer<Ipv6RouteIoctls.Entry> ioctl) {
        if (!words.hasNext()) {
            context.out().print(UsageText.of("route-inet6"));
            return 0;
        }
        String word = words.next();
        target = word.equals("default") ? Ipv6Prefix.DEFAULT : prefix(word);
        while (words.hasNext()) {
            take(words.next(), words);
        }
        try {
            ioctl.accept(new Ipv6RouteIoctls.Entry(target, gateway, metric, device, reject));
            return 0;
        } catch (NetException refused) {
            return context.fail(SOCKET_ERROR, call + ": " + refused.errno().text());
        }
    }

    private void take(String word, Arguments words) {
        switch (word) {
            case "metric" -> metric = Numbers.unsigned(next(words), 31).orElseThrow(Route6Settings::usage);
            case "gw", "gateway" -> {
                if (gateway.isPresent()) {
                    throw usage();
                }
                gateway = Optional.of(address(next(words)));
            }
            case "mod", "dyn" -> {}
            case "reject" -> reject = true;
            case "device", "dev" -> device = Optional.of(next(words));
            default -> {
                if (device.isPresent() || words.hasNext()) {
                    throw usage();
                }
                device = Optional.of(word);
            }
        }
    }

    private static String next(Arguments words) {
        if (!words.hasNext()) {
            throw usage();
        }
        return words.next();
    }

    private static CommandException usage() {
        return new CommandException(OPTION_ERROR, UsageText.of("route-inet6").stripTrailing());
    }

    private static Ipv6Prefix prefix(String word) {
        int slash = word.indexOf('/');
        if (slash < 0) {
            return Ipv6Prefix.host(address(word));
        }
        long length = Numbers.unsigned(word.substring(slash + 1), 31).orElseThrow(Route6Settings::usage);
        if (length > 128) {
            throw usage();
        }
        return Ipv6Prefix.of(address(word.substring(0, slash)), (int) length);
    }

    private static Ipv6Address address(String word) {
        try {
            return Ipv6Address.parse(word);
        } catch (IllegalArgumentException notAnAddress) {
            throw new CommandException(
                    LOOKUP_ERROR, "getaddrinfo: " + word + ": -3\n" + word + ": " + HostNames.failure(word));
        }
    }
}
