package org.vethlab.net.ipv6;

import java.util.Arrays;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.route6.Ipv6FlowKey;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;

/** ICMPv6 messages about packets that could not go on (icmp6_send of net/ipv6/icmp.c; RFC 4443, 2.4). */
final class Icmpv6Errors {
    static final int NO_ROUTE = 0;
    static final int ADMINISTRATIVELY_PROHIBITED = 1;
    static final int ADDRESS_UNREACHABLE = 3;
    static final int PORT_UNREACHABLE = 4;

    private static final int HEADERS = Ipv6Packet.HEADER_LENGTH + 8;
    private static final long MILLISECOND = 1_000_000;

    private final Ipv6 stack;

    private boolean answering;

    Icmpv6Errors(Ipv6 stack) {
        this.stack = stack;
    }

    /** The neighbour of a packet does not answer (ip6_link_failure). */
    void addressUnreachable(RoutedIpv6 about) {
        stack.trace().neighbourFailed(about);
        send(about, Icmpv6Message.DESTINATION_UNREACHABLE, ADDRESS_UNREACHABLE, 0);
    }

    /**
     * Sends an answer of ICMP itself. Surprising: no error is told about it while it goes out, a REJECT's neither, for
     * the kernel's own socket is in use then (icmpv6_xmit_lock).
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
    void send(RoutedIpv6 about, int type, int code, int rest) {
        if (answering || !isAllowedAbout(about, type)) {
            return;
        }
        Ipv6Packet packet = about.packet();
        Optional<Ipv6Address> own = Optional.of(packet.destination()).filter(stack::isOwn);
        Optional<Device> link = packet.source().isLinkLocal() ? about.input().or(about::device) : Optional.empty();
        Ipv6RouteResult route = stack.routing()
                .lookup(Ipv6FlowKey.to(packet.source(), own, link).withMark(mark(about)));
        if (route.isError()) {
            return;
        }
        if (!mayTell(packet.source(), route, type)) {
            stack.trace().untold(packet, type, code, "net.ipv6.icmp.ratelimit");
            return;
        }
        Optional<Ipv6Address> source = own.or(() -> stack.sources().select(route, packet.source()));
        if (source.isEmpty()) {
            return;
        }
        stack.trace().told(packet.source(), type, code);
        count(type);
        Icmpv6Message message = new Icmpv6Message(type, code, rest, quote(packet));
        stack.output()
                .answer(
                        route,
                        source.get(),
                        packet.source(),
                        0,
                        about.metadata().answer(mark(about)),
                        message);
    }

    private int mark(RoutedIpv6 about) {
        return stack.settings().fwmarkReflect.value() != 0 ? about.metadata().mark() : 0;
    }

    /** Never about an ICMPv6 error or a redirect, about what nobody sent or what was sent to many ("too big" apart). */
    private static boolean isAllowedAbout(RoutedIpv6 about, int type) {
        Ipv6Packet packet = about.packet();
        boolean aboutError = packet.payload() instanceof Icmpv6Message icmp
                && (icmp.isError() || icmp.type() == Icmpv6Message.REDIRECT);
        boolean toMany = packet.destination().isMulticast() || !about.toThisHost();
        boolean laterPiece = Ipv6Fragments.isFragment(packet)
                && Ipv6Fragments.Header.of(packet).offset() > 0;
        boolean nobody = packet.source().isUnspecified() || packet.source().isMulticast();
        return !aboutError && !nobody && !laterPiece && (!toMany || type == Icmpv6Message.PACKET_TOO_BIG);
    }

    /**
     * net.ipv6.icmp.ratelimit: so many milliseconds for each message to a host; a wider prefix gets more of them. That a
     * packet is too big is always told (icmpv6_xrlim_allow; ratemask).
     */
    private boolean mayTell(Ipv6Address host, Ipv6RouteResult route, int type) {
        boolean overLoopback =
                route.device().map(device -> device.has(DeviceFlag.LOOPBACK)).orElse(false);
        if (overLoopback || type == Icmpv6Message.PACKET_TOO_BIG) {
            return true;
        }
        int length = route.route().map(found -> found.destination().length()).orElse(128);
        long interval = stack.settings().icmpRateLimit.value() * MILLISECOND >> (128 - length >> 5);
        return interval == 0 || stack.peers().allows(host, interval);
    }

    /** As much as fits into the least MTU (RFC 4443, 2.4 c). */
    private static byte[] quote(Ipv6Packet packet) {
        byte[] whole = packet.toByteArray();
        int room = Ipv6RouteResult.MIN_MTU - HEADERS;
        return whole.length <= room ? whole : Arrays.copyOf(whole, room);
    }

    private void count(int type) {
        stack.counters().count(Ipv6Counter.Icmp6OutMsgs);
        switch (type) {
            case Icmpv6Message.DESTINATION_UNREACHABLE -> stack.counters().count(Ipv6Counter.Icmp6OutDestUnreachs);
            case Icmpv6Message.PACKET_TOO_BIG -> stack.counters().count(Ipv6Counter.Icmp6OutPktTooBigs);
            case Icmpv6Message.TIME_EXCEEDED -> stack.counters().count(Ipv6Counter.Icmp6OutTimeExcds);
            default -> stack.counters().count(Ipv6Counter.Icmp6OutParmProblems);
        }
    }
}
