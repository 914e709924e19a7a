package org.vethlab.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vethlab.addr.IpAddress;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;
import org.vethlab.wire.RawPayload;

/**
 * What befell one packet, its copies and translations included.
 *
 * @param cause the number of the packet that this one was made for or answers
 * @param steps in order; at least one
 */
record PacketStory(int number, int cause, List<Step> steps) {
    PacketStory {
        steps = List.copyOf(steps);
    }

    /** The packet as it was made; empty if none was. */
    Optional<Payload> content() {
        return steps.stream().flatMap(step -> step.content().stream()).findFirst();
    }

    String kind() {
        return content().map(PacketText::of).orElse("packet");
    }

    Step first() {
        return steps.get(0);
    }

    /** It asks, or tells, where a neighbour is: it is there for the sake of others. */
    boolean isResolution() {
        return content().filter(PacketStory::resolves).isPresent();
    }

    private static boolean resolves(Payload packet) {
        return packet instanceof ArpPacket
                || icmpv6(packet).filter(Icmpv6Message::isDiscovery).isPresent();
    }

    /** What kernels do of themselves: listeners report, new addresses are checked, routers are looked for, bridges talk. */
    boolean isHousekeeping() {
        return content().filter(PacketStory::keepsHouse).isPresent();
    }

    private static boolean keepsHouse(Payload packet) {
        if (packet instanceof Ipv4Packet ipv4) {
            return ipv4.payload().protocol() == 2;
        }
        if (packet instanceof RawPayload) {
            return true;
        }
        boolean fromNobody = packet instanceof Ipv6Packet ipv6 && ipv6.source().isUnspecified();
        return fromNobody
                || icmpv6(packet)
                        .filter(icmp -> icmp.type() >= 130 && icmp.type() <= 134 || icmp.type() == 143)
                        .isPresent();
    }

    private static Optional<Icmpv6Message> icmpv6(Payload packet) {
        return packet instanceof Ipv6Packet ipv6 && ipv6.payload() instanceof Icmpv6Message icmp
                ? Optional.of(icmp)
                : Optional.empty();
    }

    /** An ICMP message about another packet. */
    boolean isError() {
        Optional<IpPayload> payload = content().flatMap(PacketStory::payload);
        return payload.filter(its -> its instanceof IcmpMessage icmp && icmp.isError()
                        || its instanceof Icmpv6Message message && message.isError())
                .isPresent();
    }

    private static Optional<IpPayload> payload(Payload packet) {
        if (packet instanceof Ipv4Packet ipv4) {
            return Optional.of(ipv4.payload());
        }
        return packet instanceof Ipv6Packet ipv6 ? Optional.of(ipv6.payload()) : Optional.empty();
    }

    Optional<IpAddress> destination() {
        return content()
                .flatMap(packet -> packet instanceof Ipv4Packet ipv4
                        ? Optional.of(ipv4.destination())
                        : packet instanceof Ipv6Packet ipv6 ? Optional.of(ipv6.destination()) : Optional.empty());
    }

    /** The steps of one sort. */
    <D extends Decision> Stream<D> decisions(Class<D> kind) {
        return steps.stream().map(Step::decision).filter(kind::isInstance).map(kind::cast);
    }

    /**
     * The step that ended it: that it arrived counts more than that a copy was dropped; that nobody wanted it there counts
     * more still. Empty if it was on its way when the story ended.
     */
    Optional<Step> end() {
        List<Step> ends = endings();
        return ends.stream()
                .filter(step -> fate(step) == Fate.NO_SOCKET || fate(step) == Fate.IP_NOPROTO)
                .findFirst()
                .or(() -> ends.stream()
                        .filter(step -> fate(step) == Fate.CONSUMED)
                        .findFirst())
                .or(() -> ends.stream().filter(step -> !isBystander(step)).reduce((one, other) -> other))
                .or(() -> isResolution() ? Optional.empty() : ends.stream().findFirst());
    }

    /** A tunnel's far end takes the packet out of the one that arrived: that was no end. */
    private List<Step> endings() {
        int from = 0;
        for (int i = 0; i < steps.size(); i++) {
            from = steps.get(i).decision() instanceof LinkDecision.Unwrapped ? i : from;
        }
        return steps.subList(from, steps.size()).stream()
                .filter(step -> step.decision().fate().isPresent())
                .toList();
    }

    private static Fate fate(Step step) {
        return step.decision().fate().orElseThrow();
    }

    /** Somebody whom a flooded copy did not concern. */
    static boolean isBystander(Step step) {
        return step.decision() instanceof NeighbourDecision.Silent silent && !silent.own()
                || step.decision() instanceof Decision.Dropped dropped && dropped.end() == Fate.OTHERHOST;
    }

    boolean hasArrived() {
        return end().filter(step -> fate(step) == Fate.CONSUMED).isPresent();
    }

    /** Why nobody answered although it had arrived: the step that says so. */
    Optional<Step> unanswered() {
        List<Step> ends = endings();
        for (int i = 0; i + 1 < ends.size(); i++) {
            Step next = ends.get(i + 1);
            boolean refused = !isBystander(next) && fate(next) != Fate.NO_SOCKET && fate(next) != Fate.IP_NOPROTO;
            if (ends.get(i).decision() instanceof Decision.Delivered
                    && refused
                    && fate(next) != Fate.CONSUMED
                    && next.namespace() == ends.get(i).namespace()) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** It was lost without a word: a switch knew no way for it. */
    boolean isOpen() {
        return end().isEmpty();
    }
}
