package org.vethlab.program.ping;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.socket.RawSocket;
import org.vethlab.net.socket.SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.net.socket.UdpSocket;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.HostNames;
import org.vethlab.program.Program;
import org.vethlab.program.StandardOutput;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.UdpDatagram;

/** The {@code ping} of iputils 20221126, over IPv4. */
public final class Ping implements Program {
    /** Where ping's probing socket connects to, only to see which way the kernel would go. */
    private static final int PROBE_PORT = 1025;

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public String path() {
        return "/usr/bin/ping";
    }

    @Override
    public String summary() {
        return "send ICMP ECHO_REQUEST to network hosts";
    }

    @Override
    public int run(Context context) {
        StandardOutput out = new StandardOutput(context.out());
        try {
            PingOptions options = new PingOptionParser(context.err()).parse(context.arguments());
            if (options.version) {
                out.println("ping from iputils 20221126");
                out.println("libcap: yes, IDN: yes, NLS: no, error.h: yes, getrandom(): yes, __fpending(): yes");
                return 0;
            }
            return ping(context, options, out);
        } catch (CommandException e) {
            out.flush();
            return context.fail(e.status(), e.text());
        } finally {
            out.flush();
        }
    }

    private static int ping(Context context, PingOptions options, StandardOutput out) {
        if (options.operands == 0) {
            throw new CommandException(1, "ping: usage error: Destination address required");
        }
        printPattern(options, out);
        printSockets(context, options);
        Ipv4Address destination = resolve(context, options);
        if (options.verbose) {
            out.println("ai->ai_family: AF_INET, ai->ai_canonname: '" + options.target + "'");
        }
        if (options.operands > 1) {
            throw CommandException.notSimulated("ping by a source route");
        }
        try (RawSocket socket = context.net().sockets().openRaw(IcmpMessage.PROTOCOL)) {
            PingTarget target = open(context, options, socket, destination);
            out.print("PING " + options.target + " (" + target.destination() + ") ");
            if (options.device.isPresent() || options.stickySource) {
                out.print("from " + target.source() + " " + options.device.orElse("") + ": ");
            }
            out.println(options.size + "("
                    + (options.size + 28L + options.ipOptions().length()) + ") bytes of data.");
            return new PingSession(context, options, target, socket, out).run();
        }
    }

    private static void printPattern(PingOptions options, StandardOutput out) {
        if (options.pattern.length > 0 && !options.quiet) {
            StringBuilder text = new StringBuilder("PATTERN: 0x");
            for (byte one : options.pattern) {
                text.append(String.format("%02x", one));
            }
            out.println(text.toString());
        }
    }

    private static void printSockets(Context context, PingOptions options) {
        if (!options.verbose) {
            return;
        }
        boolean onlyIpv4 = options.family == PingOptions.Family.INET;
        String second = onlyIpv4 ? "-1 (socktype: 0)" : "4 (socktype: SOCK_RAW)";
        String family = onlyIpv4 ? "AF_INET" : "AF_UNSPEC";
        context.err()
                .println("ping: sock4.fd: 3 (socktype: SOCK_RAW), sock6.fd: " + second + ", hints.ai_family: " + family
                        + "\n");
    }

    private static Ipv4Address resolve(Context context, PingOptions options) {
        if (options.target.indexOf(':') >= 0) {
            throw CommandException.notSimulated("ping over IPv6");
        }
        if (HostNames.number(options.target).isPresent()) {
            options.numeric = true;
        }
        Ipv4Address destination = HostNames.resolve(context, "ping", options.target);
        if (options.family == PingOptions.Family.INET6) {
            throw fail(options.target + ": Address family for hostname not supported");
        }
        return destination;
    }

    /** Finds the source address, as a UDP socket that connects would have it, and sets the raw socket up. */
    private static PingTarget open(Context context, PingOptions options, RawSocket socket, Ipv4Address destination) {
        context.process().routingDomain().ifPresent(socket::bindToDevice);
        options.device.ifPresent(name -> socket.bindToDevice(device(context, name)));
        Ipv4Address source = options.source.orElseGet(() -> findSource(context, options, destination, socket.device()));
        Ipv4Address towards = destination.isUnspecified() ? source : destination;
        if ((options.broadcast || towards.isMulticast()) && options.pathMtuDiscovery.isEmpty()) {
            options.pathMtuDiscovery = Optional.of(PathMtuDiscovery.DO);
        }
        if (options.stickySource) {
            bind(socket, source);
        }
        checkPreload(options);
        if (options.ttl.isPresent() && options.ttl.getAsInt() == 0) {
            throw fail("cannot set unicast time-to-live: Invalid argument");
        }
        return new PingTarget(towards, source);
    }

    private static void checkPreload(PingOptions options) {
        if (options.interval >= Integer.MAX_VALUE / options.preload) {
            throw fail("illegal preload and/or interval: " + options.interval);
        }
    }

    private static Device device(Context context, String name) {
        return context.net()
                .devices()
                .byName(name)
                .orElseThrow(() -> fail("SO_BINDTODEVICE " + name + ": " + Errno.ENODEV.text()));
    }

    private static void bind(RawSocket socket, Ipv4Address source) {
        try {
            socket.bind(source);
        } catch (NetException e) {
            throw fail("bind: " + e.errno().text());
        }
    }

    private static Ipv4Address findSource(
            Context context, PingOptions options, Ipv4Address destination, Optional<Device> device) {
        try (UdpSocket probe = context.net().sockets().openUdp()) {
            device.ifPresent(probe::bindToDevice);
            connect(context, probe, options, destination);
            Ipv4Address source = probe.localAddress();
            device.filter(bound -> options.device.isPresent())
                    .ifPresent(bound -> warnOfForeignSource(context, bound, source));
            return source;
        }
    }

    /** Surprising: whatever the kernel forbids (EACCES), a prohibit route too, ping takes for a broadcast address. */
    private static void connect(Context context, UdpSocket probe, PingOptions options, Ipv4Address destination) {
        try {
            probe.connect(probeRequest(options, destination, false));
        } catch (NetException refusal) {
            if (refusal.errno() != Errno.EACCES) {
                throw fail("connect: " + refusal.errno().text());
            }
            if (!options.broadcast) {
                throw fail("Do you want to ping broadcast? Then -b. If not, check your local firewall rules");
            }
            context.err().println("WARNING: pinging broadcast address");
            connectBroadcast(probe, options, destination);
        }
    }

    private static void connectBroadcast(UdpSocket probe, PingOptions options, Ipv4Address destination) {
        try {
            probe.connect(probeRequest(options, destination, true));
        } catch (NetException refusal) {
            throw fail("connect: " + refusal.errno().text());
        }
    }

    private static SendRequest probeRequest(PingOptions options, Ipv4Address destination, boolean broadcast) {
        return new SendRequest(
                destination,
                Optional.empty(),
                Optional.empty(),
                0,
                options.tos,
                PathMtuDiscovery.WANT,
                broadcast,
                options.mark,
                new UdpDatagram(0, PROBE_PORT, new byte[0]));
    }

    private static void warnOfForeignSource(Context context, Device device, Ipv4Address source) {
        boolean own = context.net().ipv4().addresses().of(device).stream()
                .map(InterfaceAddress::local)
                .anyMatch(source::equals);
        if (!own) {
            context.err()
                    .println("ping: Warning: source address might be selected on device other than: " + device.name());
        }
    }

    static CommandException fail(String message) {
        return new CommandException(2, "ping: " + message);
    }
}
