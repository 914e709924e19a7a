package org.vethlab.net.ipv4;

import java.util.Arrays;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Scope;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;

/** ICMP messages about packets that could not go on (icmp_send of net/ipv4/icmp.c; RFC 1122, 3.2.2). */
final class IcmpErrors {
    static final int NET_UNREACHABLE = 0;
    static final int HOST_UNREACHABLE = 1;
    static final int PROTOCOL_UNREACHABLE = 2;
    static final int PORT_UNREACHABLE = 3;
    static final int FRAGMENTATION_NEEDED = 4;
    static final int PACKET_FILTERED = 13;

    /** No ICMP error is longer (RFC 1812, 4.3.2.3): more of the packet is not quoted. */
    private static final int LONGEST = 576;

    /** ICMP errors are "internetwork control" (RFC 1812, 4.3.2.5). */
    private static final int PRECEDENCE = 0xc0;

    private final Ipv4 stack;
    private final Peers peers;
    private boolean answering;

    IcmpErrors(Ipv4 stack, Peers peers) {
        this.stack = stack;
        this.peers = peers;
    }

    /** The neighbour of a packet does not answer (ipv4_link_failure). */
    void hostUnreachable(RoutedPacket about) {
        stack.trace().neighbourFailed(about);
        send(about, IcmpMessage.DESTINATION_UNREACHABLE, HOST_UNREACHABLE, 0);
    }

    /**
     * Sends an answer of ICMP itself. Surprising: no error is told about it while it goes out, a REJECT's neither, for
     * the kernel's own socket is in use then (icmp_xmit_lock).
     */
    void answering(Runnable sending) {
        answering = true;
        try {
            sending.run();
        } finally {
            answering = false;
        }
    }

    /** Tells a packet's sender, if such a message may be sent at all and not too many were. */
    void send(RoutedPacket about, int type, int code, int rest) {
        if (answering || !isAllowedAbout(about)) {
            return;
        }
        boolean limited = isLimited(type, code);
        if (limited && !peers.allowsIcmpAtAll()) {
            stack.trace().untold(about.packet(), type, code, "icmp_msgs_per_sec");
            return;
        }
        Ipv4Packet packet = about.packet();
        int tos = packet.tos() & 0x1e | PRECEDENCE;
        Optional<Ipv4Address> source = source(about);
        Optional<Device> domain =
                about.input().or(about.route()::device).flatMap(Vrf::of).map(vrf -> vrf);
        RouteResult route =
                stack.routing().lookup(new FlowKey(packet.source(), source, Optional.empty(), domain, tos, 0));
        if (route.error().isPresent()) {
            return;
        }
        boolean overLoopback =
                route.device().map(device -> device.has(DeviceFlag.LOOPBACK)).orElse(false);
        if (limited && !overLoopback && !peers.allowsIcmp(packet.source())) {
            stack.counters().count(Counter.IcmpOutRateLimitHost);
            stack.trace().untold(packet, type, code, "icmp_ratelimit");
            return;
        }
        IcmpMessage message =
                new IcmpMessage(type, code, rest, quote(packet, stack.output().pathMtu(route, false)));
        stack.trace().told(packet.source(), type, code);
        count(type);
        stack.output()
                .sendError(
                        route,
                        source.or(route::source).orElse(Ipv4Address.ANY),
                        packet.source(),
                        tos,
                        message,
                        about.metadata().answer(0));
    }

    /** Never about an ICMP error, a later fragment, or what was sent to many (RFC 1122, 3.2.2). */
    private static boolean isAllowedAbout(RoutedPacket about) {
        boolean aboutError = about.packet().payload() instanceof IcmpMessage icmp && isErrorOrUnknown(icmp.type());
        return about.toThisHost() && !about.isToGroup() && about.packet().fragmentOffset() == 0 && !aboutError;
    }

    private static boolean isErrorOrUnknown(int type) {
        return type > 18
                || switch (type) {
                    case 3, 4, 5, 11, 12 -> true;
                    default -> false;
                };
    }

    /** icmp_ratemask says which types are counted; that a packet is too long is always told (icmpv4_mask_allow). */
    private boolean isLimited(int type, int code) {
        boolean pathMtu = type == IcmpMessage.DESTINATION_UNREACHABLE && code == FRAGMENTATION_NEEDED;
        return !pathMtu && (stack.settings().icmpRateMask.value() >>> type & 1) != 0;
    }

    /** The address that was asked for, if it is ours; otherwise the route back decides. */
    private Optional<Ipv4Address> source(RoutedPacket about) {
        // What this host sent to lo by a route of another type is for it all the same.
        boolean looped = about.route().local()
                && stack.routing().deviceOfLocal(about.packet().source()).isPresent();
        if (looped || about.route().type() == RouteType.LOCAL) {
            return Optional.of(about.packet().destination());
        }
        boolean byInput = stack.settings().errorsUseInboundAddress.value() != 0;
        Optional<Device> device = byInput ? about.input() : Optional.empty();
        return device.flatMap(
                input -> stack.sources().select(input, about.packet().source(), Scope.LINK));
    }

    private static byte[] quote(Ipv4Packet packet, int mtu) {
        int room = Math.min(mtu, LONGEST) - Ipv4Packet.HEADER_LENGTH - 8;
        byte[] whole = packet.toByteArray();
        return whole.length <= room ? whole : Arrays.copyOf(whole, room);
    }

    private void count(int type) {
        stack.counters().count(Counter.IcmpOutMsgs);
        switch (type) {
            case IcmpMessage.DESTINATION_UNREACHABLE -> stack.counters().count(Counter.IcmpOutDestUnreachs);
            case IcmpMessage.TIME_EXCEEDED -> stack.counters().count(Counter.IcmpOutTimeExcds);
            case IcmpMessage.REDIRECT -> stack.counters().count(Counter.IcmpOutRedirects);
            default -> {}
        }
    }
}
