package org.vethlab.net.link;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Payload;

/** How the priorities of packets and those in the tags of a VLAN device go over into each other. */
public final class VlanPriorities {
    private static final int BUCKETS = 16;
    private static final int CONTROL = 7;
    private static final int IGMP = 2;

    /** By the four bits of the type of service; bulk, interactive and both (ip_tos2prio). */
    private static final int[] OF_TYPE_OF_SERVICE = {0, 2, 6, 4};

    private final Map<Integer, Integer> ingress = new TreeMap<>();

    /** In the order of the kernel's hash table. */
    private final Map<Integer, Integer> egress =
            new TreeMap<>(Comparator.<Integer>comparingInt(priority -> priority & BUCKETS - 1)
                    .thenComparing(Comparator.naturalOrder()));

    void change(VlanSettings settings) {
        settings.ingress().forEach((from, to) -> put(ingress, from & 7, to));
        settings.egress().forEach((from, to) -> put(egress, from, to & 7));
    }

    /** What goes over into 0, as all does, is not kept. */
    private static void put(Map<Integer, Integer> map, int from, int to) {
        if (to == 0) {
            map.remove(from);
        } else {
            map.put(from, to);
        }
    }

    /** From the priority in the tag to that of the packet, where it is not 0. */
    public Map<Integer, Integer> ingress() {
        return Collections.unmodifiableMap(ingress);
    }

    /** From the priority of the packet to that in the tag, where it is not 0. */
    public Map<Integer, Integer> egress() {
        return Collections.unmodifiableMap(egress);
    }

    /** The priority in the tag of a frame that is sent (vlan_dev_get_egress_qos_mask). */
    int of(Payload payload) {
        return egress.isEmpty() ? 0 : egress.getOrDefault(priority(payload), 0);
    }

    /** A packet's priority follows from its type of service (rt_tos2priority); reports of groups are control traffic. */
    private static int priority(Payload payload) {
        if (!(payload instanceof Ipv4Packet packet)) {
            return 0;
        }
        return packet.payload().protocol() == IGMP ? CONTROL : OF_TYPE_OF_SERVICE[packet.tos() >> 3 & 3];
    }
}
