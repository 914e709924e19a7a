package org.vethlab.program.ping;

import java.util.List;
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
import org.vethlab.program.StandardOutput;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.UdpDatagram;

/** Sets a ping over IPv4 up (ping4_run of iputils). */
final class Ping4 {
    /** Where ping's probing socket connects to, only to see which way the kernel would go. */
    private static final int PROBE_PORT = 1025;

    /** What fits into the options of a header, the target included. */
    private static final int MOST_HOPS = 10;

    private Ping4() {}

    static PingTarget open(Context context, PingOptions options, StandardOutput out) {
        Ipv4Address destination = resolve(context, options);
        if (options.verbose) {
            out.println("ai->ai_family: AF_INET, ai->ai_canonname: '" + options.target + "'");
        }
        if (options.operands > 1) {
            throw refuseSourceRoute(context, options);
        }
        RawSocket socket = context.net().sockets().openRaw(IcmpMessage.PROTOCOL);
        try {
            return open(context, options, socket, destination);
        } catch (CommandException e) {
            socket.close();
            throw e;
        }
    }

    /** Surprising: ping has laid the capability down that a source route takes, root's too. */
    private static CommandException refuseSourceRoute(Context context, PingOptions options) {
        if (options.recordRoute || options.operands > MOST_HOPS) {
            throw new CommandException(2, PingOptionParser.usage());
        }
        List<Ipv4Address> hops = options.hops.stream()
                .map(hop -> HostNames.resolve(context, "ping", hop))
                .toList();
        if (options.source.isEmpty()) {
            findSource(context, options, hops.get(0), options.device.map(name -> device(context, name)));
        }
        return Ping.fail("record route: " + Errno.EPERM.text());
    }

    private static String heading(PingOptions options, Ipv4Address towards, Ipv4Address source) {
        String from = options.device.isPresent() || options.stickySource
                ? "from " + source + " " + options.device.orElse("") + ": "
                : "";
        long whole = options.size + 28L + options.ipOptions().length();
        return "PING " + options.target + " (" + towards + ") " + from + options.size + "(" + whole
                + ") bytes of data.";
    }

    private static Ipv4Address resolve(Context context, PingOptions options) {
        if (HostNames.number(options.target).isPresent()) {
            options.numeric = true;
        }
        Ipv4Address destination = HostNames.resolve(context, "ping", options.target);
        if (options.family == PingOptions.Family.INET6) {
            throw Ping.fail(options.target + ": Address family for hostname not supported");
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
            throw Ping.fail("cannot set unicast time-to-live: Invalid argument");
        }
        int identifier = options.identifier.orElse(context.process().pid() & 0xffff);
        Ipv4PingSocket own = new Ipv4PingSocket(context.process(), socket, options, towards, identifier);
        return new PingTarget(towards, false, own, heading(options, towards, source));
    }

    private static void checkPreload(PingOptions options) {
        if (options.interval >= Integer.MAX_VALUE / options.preload) {
            throw Ping.fail("illegal preload and/or interval: " + options.interval);
        }
    }

    private static Device device(Context context, String name) {
        return context.net()
                .devices()
                .byName(name)
                .orElseThrow(() -> Ping.fail("SO_BINDTODEVICE " + name + ": " + Errno.ENODEV.text()));
    }

    private static void bind(RawSocket socket, Ipv4Address source) {
        try {
            socket.bind(source);
        } catch (NetException e) {
            throw Ping.fail("bind: " + e.errno().text());
        }
    }

    private static Ipv4Address findSource(
            Context context, PingOptions options, Ipv4Address destination, Optional<Device> device) {
        try (UdpSocket probe = context.net().sockets().openUdp()) {
            device.ifPresent(probe::bindToDevice);
            connect(context, probe, options, destination);
            Ipv4Address source = probe.localAddress();
            device.filter(bound -> options.device.isPresent())
                    .ifPresent(bound -> warnOfForeignSource(context, options, bound, source));
            return source;
        }
    }

    /** Surprising: whatever the kernel forbids (EACCES), a prohibit route too, ping takes for a broadcast address. */
    private static void connect(Context context, UdpSocket probe, PingOptions options, Ipv4Address destination) {
        try {
            probe.connect(probeRequest(options, destination, false));
        } catch (NetException refusal) {
            if (refusal.errno() != Errno.EACCES) {
                throw Ping.fail("connect: " + refusal.errno().text());
            }
            if (!options.broadcast) {
                throw Ping.fail("Do you want to ping broadcast? Then -b. If not, check your local firewall rules");
            }
            context.err().println("WARNING: pinging broadcast address");
            connectBroadcast(probe, options, destination);
        }
    }

    private static void connectBroadcast(UdpSocket probe, PingOptions options, Ipv4Address destination) {
        try {
            probe.connect(probeRequest(options, destination, true));
        } catch (NetException refusal) {
            throw Ping.fail("connect: " + refusal.errno().text());
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

    private static void warnOfForeignSource(Context context, PingOptions options, Device device, Ipv4Address source) {
        boolean own = context.net().ipv4().addresses().of(device).stream()
                .map(InterfaceAddress::local)
                .anyMatch(source::equals);
        if (!own) {
            context.err()
                    .println(options.program + ": Warning: source address might be selected on device other than: "
                            + device.name());
        }
    }
}
