package org.vethlab.picture.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.MacAddress;
import org.vethlab.capture.Owners;
import org.vethlab.capture.Packet;
import org.vethlab.capture.Sighting;

/**
 * Who sent what to whom, and when: a column for each namespace (or address, where nobody knows whose it is), time down.
 *
 * @param start when the first packet of the capture was seen
 */
record Ladder(List<String> columns, List<Rung> rungs, long start) {
    /** The link between the sender of a frame and its receiver, not the whole way of the packet. */
    record Rung(Packet packet, int from, Target to, boolean isLost) {
        boolean isUnanswered() {
            return packet.answers().isMissing();
        }

        /** The device by which its sender sends it, if that was seen. */
        Optional<String> way(List<String> columns) {
            return Optional.of(packet.first())
                    .filter(first -> first.isOutgoing() && first.namespace().equals(columns.get(from)))
                    .map(Sighting::device);
        }
    }

    /** Where a rung ends. */
    sealed interface Target {
        /** One column; perhaps the sender's own. */
        record One(int column) implements Target {}

        /** Broadcast, multicast: the columns where it was seen to arrive. */
        record Group(List<Integer> columns) implements Target {}
    }

    /** @param covered the namespaces of which all devices were captured: what does not arrive there is lost */
    static Ladder of(List<Packet> packets, long start, Owners owners, Set<String> covered) {
        List<String[]> ends = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Packet packet : packets) {
            String[] end = {sender(packet, owners), receiver(packet, owners).orElse("")};
            ends.add(end);
            names.add(end[0]);
            names.add(end[1]);
            packet.sightings().stream()
                    .filter(Sighting::isArrival)
                    .map(Sighting::namespace)
                    .forEach(names::add);
        }
        names.remove("");
        List<String> columns = new ArrayList<>(owners.places());
        columns.retainAll(names);
        names.stream().filter(name -> !columns.contains(name)).forEach(columns::add);
        Map<String, Integer> numbers = new HashMap<>();
        columns.forEach(name -> numbers.put(name, numbers.size()));
        List<Rung> rungs = new ArrayList<>();
        for (int i = 0; i < packets.size(); i++) {
            String to = ends.get(i)[1];
            Packet packet = packets.get(i);
            boolean lost = covered.contains(to) && !packet.arrived(to);
            Target target = to.isEmpty() ? group(packet, numbers) : new Target.One(numbers.getOrDefault(to, 0));
            rungs.add(new Rung(packet, numbers.getOrDefault(ends.get(i)[0], 0), target, lost));
        }
        return new Ladder(columns, rungs, start);
    }

    private static Target group(Packet packet, Map<String, Integer> numbers) {
        return new Target.Group(packet.sightings().stream()
                .filter(Sighting::isArrival)
                .map(one -> numbers.getOrDefault(one.namespace(), 0))
                .distinct()
                .toList());
    }

    private static String sender(Packet packet, Owners owners) {
        Optional<String> owner = packet.frame().source().flatMap(owners::of);
        if (owner.isPresent()) {
            return owner.get();
        }
        if (isOwn(packet)) {
            return packet.first().namespace();
        }
        String address = packet.dissection().source();
        return owners.of(address).orElse(address);
    }

    /** Without a link layer's addresses, what a namespace sends first is its own. */
    private static boolean isOwn(Packet packet) {
        return packet.first().isOutgoing() || packet.first().device().equals("lo");
    }

    /** Empty if it is for all. */
    private static Optional<String> receiver(Packet packet, Owners owners) {
        Optional<MacAddress> destination = packet.frame().destination();
        if (destination.isPresent()) {
            MacAddress address = destination.get();
            return address.isGroup() ? Optional.empty() : owners.of(address).or(() -> Optional.of(address.toString()));
        }
        for (Sighting sighting : packet.sightings()) {
            if (sighting.isArrival()) {
                boolean toOne = sighting.type() == org.vethlab.net.link.PacketType.HOST;
                return toOne ? Optional.of(sighting.namespace()) : Optional.empty();
            }
        }
        String address = packet.dissection().destination();
        return owners.of(address).or(() -> Optional.of(address).filter(text -> !text.isEmpty()));
    }
}
