package org.vethlab.program.ping;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv6.Ipv6InterfaceAddress;
import org.vethlab.net.link.Device;
import org.vethlab.net.socket.Ipv6RawSocket;
import org.vethlab.net.socket.Ipv6SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Ipv6Host;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.UdpDatagram;

/** Sets a ping over IPv6 up (ping6_run of iputils). */
final class Ping6 {
    private static final int PROBE_PORT = 1025;

    private final Context context;
    private final PingOptions options;
    private final Ipv6Host host;

    private Ping6(Context context, PingOptions options, Ipv6Host host) {
        this.context = context;
        this.options = options;
        this.host = host;
    }

    static PingTarget open(Context context, PingOptions options, Ipv6Host host) {
        if (options.operands > 1) {
            throw new CommandException(2, PingOptionParser.usage());
        }
        options.numeric |= options.target.indexOf(':') >= 0;
        return new Ping6(context, options, host).open();
    }

    private PingTarget open() {
        Ipv6RawSocket raw = context.net().sockets().openRaw6(Icmpv6Message.PROTOCOL);
        try {
            return open(raw);
        } catch (CommandException e) {
            raw.close();
            throw e;
        }
    }

    private PingTarget open(Ipv6RawSocket raw) {
        Optional<Device> device = options.device.map(this::device);
        device.ifPresent(raw::bindToDevice);
        Ipv6Address source = options.source6.orElseGet(() -> findSource(device));
        if (host.address().isMulticast() && options.pathMtuDiscovery.isEmpty()) {
            options.pathMtuDiscovery = Optional.of(PathMtuDiscovery.DO);
        }
        if (options.stickySource) {
            bind(raw, source);
        }
        int identifier = options.identifier.orElse(context.process().pid() & 0xffff);
        Ipv6PingSocket socket =
                new Ipv6PingSocket(context.process(), raw, options, host.address(), host.zone(), identifier);
        boolean anycast = host.address().low() == 0;
        return new PingTarget(host.address(), anycast, socket, heading(source, device));
    }

    private String heading(Ipv6Address source, Optional<Device> device) {
        StringBuilder heading = new StringBuilder("PING " + options.target + "(" + host + ") ");
        if (options.flowLabel != 0) {
            heading.append(String.format(", flow 0x%05x, ", options.flowLabel));
        }
        if (device.isPresent() || options.stickySource) {
            String zone =
                    source.isLinkLocal() ? device.map(own -> "%" + own.name()).orElse("") : "";
            heading.append("from ").append(source).append(zone).append(' ');
            heading.append(options.device.orElse("")).append(": ");
        }
        return heading.append(options.size).append(" data bytes").toString();
    }

    private Device device(String name) {
        return context.net().devices().byName(name).orElseThrow(() -> Ping.fail("unknown iface: " + name));
    }

    private static void bind(Ipv6RawSocket raw, Ipv6Address source) {
        try {
            raw.bind(source);
        } catch (NetException e) {
            throw Ping.fail("bind icmp socket: " + e.errno().text());
        }
    }

    /**
     * Surprising: towards a link-local address ping's probing socket is not connected at all (its address family is left
     * at 0), so that the source reads {@code ::} and a missing device goes unnoticed.
     */
    private Ipv6Address findSource(Optional<Device> device) {
        boolean ofLink = host.address().isLinkLocal() || Ipv6Host.isLinkGroup(host.address());
        Ipv6Address source = ofLink ? Ipv6Address.ANY : connect(device);
        device.filter(own -> !holds(own, source))
                .ifPresent(own -> context.err()
                        .println(options.program + ": Warning: source address might be selected on device other than: "
                                + own.name()));
        return source;
    }

    private Ipv6Address connect(Optional<Device> device) {
        try {
            return context.net()
                    .ipv6()
                    .sourceFor(new Ipv6SendRequest(
                            host.address(),
                            Optional.empty(),
                            device,
                            0,
                            options.tos,
                            PathMtuDiscovery.WANT,
                            options.mark,
                            0,
                            new UdpDatagram(0, PROBE_PORT, new byte[0])));
        } catch (NetException refusal) {
            throw Ping.fail("connect: " + refusal.errno().text());
        }
    }

    private boolean holds(Device device, Ipv6Address source) {
        return context.net().ipv6().addresses().of(device).stream()
                .map(Ipv6InterfaceAddress::local)
                .anyMatch(source::equals);
    }
}
