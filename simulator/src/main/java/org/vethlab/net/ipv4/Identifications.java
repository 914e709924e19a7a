package org.vethlab.net.ipv4;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.wire.Ipv4Packet;

/** The identification numbers of packets: a counter for each pair of hosts, begun at random (ip_select_ident). */
final class Identifications {
    private final SplittableRandom random;
    private final Map<Flow, Integer> next = new HashMap<>();

    Identifications(SplittableRandom random) {
        this.random = random;
    }

    private record Flow(Ipv4Address source, Ipv4Address destination, int protocol) {
        /** By hand, as that of {@link org.vethlab.addr.Ipv4Address}. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Flow that
                    && source.equals(that.source)
                    && destination.equals(that.destination)
                    && protocol == that.protocol;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * source.hashCode() + destination.hashCode()) + protocol;
        }
    }

    int next(Ipv4Packet packet) {
        Flow flow =
                new Flow(packet.source(), packet.destination(), packet.payload().protocol());
        int number = next.computeIfAbsent(flow, f -> random.nextInt(1 << 16));
        next.put(flow, number + 1 & 0xffff);
        return number;
    }
}
