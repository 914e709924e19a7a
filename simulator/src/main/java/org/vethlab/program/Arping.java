package org.vethlab.program;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;

/** The {@code arping} of iputils 20221126. */
public final class Arping implements Program {
    @Override
    public String name() {
        return "arping";
    }

    @Override
    public String summary() {
        return "send ARP REQUEST to a neighbour host";
    }

    /** What the words say. */
    static final class Options {
        Ipv4Address target = Ipv4Address.ANY;
        Optional<String> device = Optional.empty();
        Optional<Ipv4Address> source = Optional.empty();
        long count = -1;
        long timeout;
        long interval = 1;
        boolean broadcastOnly;
        boolean duplicateDetection;
        boolean unsolicited;
        boolean advertises;
        boolean quiet;
        boolean quitOnReply;
    }

    @Override
    public int run(Context context) {
        StandardOutput out = new StandardOutput(context.out());
        try {
            GetOpt.Result given = GetOpt.ofLetters("arping", "h?bfDUAqc:w:i:s:I:V")
                    .failing(2, usage())
                    .parse(context.arguments());
            if (given.has("V")) {
                out.println("arping from iputils 20221126");
                out.println("libcap: yes, IDN: yes, NLS: no, error.h: yes, getrandom(): yes, __fpending(): yes");
                return 0;
            }
            Options options = options(given);
            options.target =
                    HostNames.resolve(context, "arping", given.operands().get(0));
            return arping(context, options, given.last("s"), out);
        } catch (CommandException e) {
            out.flush();
            return context.fail(e.status(), e.text());
        } finally {
            out.flush();
        }
    }

    private static String usage() {
        return UsageText.of("arping").stripTrailing();
    }

    private static Options options(GetOpt.Result given) {
        Options options = new Options();
        for (GetOpt.Option option : given.options()) {
            switch (option.key()) {
                case "b" -> options.broadcastOnly = true;
                case "f" -> options.quitOnReply = true;
                case "q" -> options.quiet = true;
                case "D" -> {
                    options.duplicateDetection = true;
                    options.quitOnReply = true;
                }
                case "U" -> options.unsolicited = true;
                case "A" -> {
                    options.advertises = true;
                    options.unsolicited = true;
                }
                case "c" -> options.count = IputilsNumber.whole("arping", option.text(), 1, Integer.MAX_VALUE);
                case "w" -> options.timeout = IputilsNumber.whole("arping", option.text(), 0, Integer.MAX_VALUE);
                case "i" -> options.interval = IputilsNumber.whole("arping", option.text(), 0, Integer.MAX_VALUE);
                case "I" -> options.device = option.value().filter(name -> !name.isEmpty());
                case "s" -> {}
                default -> throw new CommandException(2, usage());
            }
        }
        if (given.operands().size() != 1) {
            throw new CommandException(2, usage());
        }
        return options;
    }

    private static int arping(Context context, Options options, Optional<String> source, StandardOutput out) {
        if (options.device.isEmpty()) {
            options.device = Optional.of(guessDevice(context, options.target));
        }
        String name = options.device.get();
        Device device =
                context.net().devices().byName(name).orElseThrow(() -> fail("Device " + name + " not available."));
        if (!isFitForArp(device)) {
            String why = device.isUp() ? " is not ARPable" : " is down";
            out.print(options.quiet ? "" : "Interface \"" + name + "\"" + why + "\n");
            return device.isUp() && options.duplicateDetection ? 0 : 2;
        }
        options.source = source.map(text -> HostNames.number(text).orElseThrow(() -> fail("invalid source " + text)));
        Ipv4Address speaker = speaker(context, options, device);
        out.print(options.quiet ? "" : "ARPING " + options.target + " from " + speaker + " " + name + "\n");
        if (options.source.isEmpty() && speaker.isUnspecified() && !options.duplicateDetection) {
            throw fail("no source address in not-DAD mode");
        }
        return new ArpingSession(context, options, device, speaker, out).run();
    }

    private static boolean isFitForArp(Device device) {
        return device.isUp() && !device.has(DeviceFlag.NOARP) && !device.has(DeviceFlag.LOOPBACK);
    }

    /** Asks the kernel for the route, and cannot take no for an answer. */
    private static String guessDevice(Context context, Ipv4Address target) {
        RouteResult route = context.net().ipv4().routing().lookup(FlowKey.to(target));
        return route.device()
                .filter(device -> route.error().isEmpty())
                .map(Device::name)
                .orElseThrow(() -> new CommandException(1, "arping: NETLINK_ROUTE unexpected iov element"));
    }

    /** Whose address the requests carry: the one given, the one announced, none, or that of the route. */
    private static Ipv4Address speaker(Context context, Options options, Device device) {
        Optional<Ipv4Address> given = options.source.or(() -> options.unsolicited && !options.duplicateDetection
                ? Optional.of(options.target)
                : Optional.<Ipv4Address>empty());
        if (given.isPresent()) {
            if (!context.net().ipv4().isBindable(given.get()) && !given.get().isUnspecified()) {
                throw fail("bind: " + Errno.EADDRNOTAVAIL.text());
            }
            return given.get();
        }
        return options.duplicateDetection ? Ipv4Address.ANY : sourceTowards(context, options.target, device);
    }

    /** Only a neighbour will do: SO_DONTROUTE. */
    private static Ipv4Address sourceTowards(Context context, Ipv4Address target, Device device) {
        FlowKey flow = FlowKey.to(target).to(target, Optional.of(device));
        RouteResult route = context.net().ipv4().routing().lookupOnLink(flow);
        // The socket that only asks for the way may not talk to all (no SO_BROADCAST).
        Optional<Errno> error = route.type() == RouteType.BROADCAST ? Optional.of(Errno.EACCES) : route.error();
        error.ifPresent(errno -> {
            throw fail("connect: " + errno.text());
        });
        return route.source().orElse(Ipv4Address.ANY);
    }

    static CommandException fail(String message) {
        return new CommandException(2, "arping: " + message);
    }
}
