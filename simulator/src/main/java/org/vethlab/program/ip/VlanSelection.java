package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.VlanMembership;
import org.vethlab.net.link.VlanMemberships;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/**
 * {@code [ dev DEV ] [ vid VLAN_ID ]}: what of the VLANs is to be shown.
 *
 * @param id 0 for all
 */
record VlanSelection(Optional<Device> device, int id) {
    /** VLANs with neighbouring ids that are told as one. */
    record Run(VlanMembership first, VlanMembership last) {}

    /** Words that mean nothing are passed over. */
    static VlanSelection parse(IpContext ip, Arguments words) {
        Optional<String> name = Optional.empty();
        int id = 0;
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                name = once("dev", name.isPresent(), words.next());
            } else if (word.equals("vid")) {
                id = CNumbers.atoi(once("vid", id != 0, words.next()).orElseThrow());
            }
        }
        return new VlanSelection(name.map(wanted -> BridgeDevices.find(ip, wanted)), id);
    }

    private static Optional<String> once(String key, boolean again, String word) {
        if (again) {
            throw CommandException.duplicate(key, word);
        }
        return Optional.of(word);
    }

    boolean has(Device candidate) {
        return device.isEmpty() || device.get() == candidate;
    }

    boolean has(int first, int last) {
        return id == 0 || first <= id && id <= last;
    }

    /** The VLANs of a port, or of a bridge itself; empty for other devices. */
    static Optional<VlanMemberships> of(Device device) {
        if (device instanceof Bridge bridge) {
            return Optional.of(bridge.memberships());
        }
        return device.master()
                .filter(Bridge.class::isInstance)
                .map(Bridge.class::cast)
                .flatMap(bridge -> bridge.port(device))
                .map(port -> port.memberships());
    }

    /** Puts together what is alike. */
    static List<Run> runs(List<VlanMembership> vlans, BiPredicate<VlanMembership, VlanMembership> alike) {
        List<Run> runs = new ArrayList<>();
        for (VlanMembership vlan : vlans) {
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && vlan.id() == last.last().id() + 1 && alike.test(last.last(), vlan)) {
                runs.set(runs.size() - 1, new Run(last.first(), vlan));
            } else {
                runs.add(new Run(vlan, vlan));
            }
        }
        return runs;
    }
}
