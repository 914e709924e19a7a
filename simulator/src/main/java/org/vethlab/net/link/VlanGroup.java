package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The VLAN sub-devices of a device, in order of their protocols and ids, whatever came first (struct vlan_group). */
final class VlanGroup {
    private List<Vlan> vlans = List.of();

    List<Vlan> list() {
        return vlans;
    }

    void add(Vlan vlan) {
        List<Vlan> more = new ArrayList<>(vlans);
        more.add(vlan);
        more.sort(Comparator.comparingInt(Vlan::protocol).thenComparingInt(Vlan::id));
        vlans = List.copyOf(more);
    }

    void remove(Vlan vlan) {
        vlans = vlans.stream().filter(one -> one != vlan).toList();
    }

    Optional<Vlan> find(int protocol, int id) {
        for (int i = 0; i < vlans.size(); i++) {
            Vlan vlan = vlans.get(i);
            if (vlan.id() == id && vlan.protocol() == protocol) {
                return Optional.of(vlan);
            }
        }
        return Optional.empty();
    }
}
