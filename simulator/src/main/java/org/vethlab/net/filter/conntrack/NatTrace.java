package org.vethlab.net.filter.conntrack;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.Trace;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.trace.FilterDecision;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Payload;

/** What address translation tells. It makes nothing unless somebody listens. */
final class NatTrace {
    private NatTrace() {}

    static void translated(PacketContext packet, Payload before, Manipulation kind, boolean reply) {
        Trace trace = packet.namespace().trace();
        if (!trace.isOn() || packet.packet().equals(before)) {
            return;
        }
        String rule = packet.decider();
        String decider = reply || rule.isEmpty() ? "conntrack: the connection's own translation" : rule;
        String end = kind == Manipulation.SOURCE ? "source " : "destination ";
        trace.step(
                packet.packet(),
                new FilterDecision.Translated(
                        packet.hook().name(), end + end(before, kind), end(packet.packet(), kind), decider));
    }

    private static String end(Payload packet, Manipulation kind) {
        Optional<Tuple> tuple = Tuple.of(packet);
        boolean source = kind == Manipulation.SOURCE;
        return tuple.map(its -> text(
                        its,
                        source ? its.source() : its.destination(),
                        source ? its.sourceKey() : its.destinationKey()))
                .orElse("");
    }

    private static String text(Tuple tuple, IpAddress address, int port) {
        boolean ports = tuple.protocol() != IcmpMessage.PROTOCOL && tuple.protocol() != Icmpv6Message.PROTOCOL;
        return ports ? address + " port " + port : address.toString();
    }
}
