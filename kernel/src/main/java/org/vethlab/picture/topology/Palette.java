package org.vethlab.picture.topology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Colours and dashes of VLANs. The colours are those of Okabe and Ito, which people with any kind of colour vision can tell
 * apart; each has a dash of its own besides, and the VLAN's number stands at the ports.
 */
record Palette(List<Integer> vlans) {
    private static final List<String> COLOURS =
            List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#b8a800");
    private static final List<String> DASHES =
            List.of("", "12 4", "12 4 2 4", "6 3", "18 4", "12 4 2 4 2 4", "6 3 2 3");

    static Palette of(Topology topology) {
        return new Palette(topology.boxes().stream()
                .flatMap(box -> box.devices().stream())
                .flatMap(Palette::vlans)
                .distinct()
                .sorted()
                .toList());
    }

    private static Stream<Integer> vlans(Device device) {
        boolean isVlan = device.what().matches("vlan \\d+");
        return isVlan
                ? Stream.of(Integer.parseInt(device.what().substring("vlan ".length())))
                : device.vlans().stream().map(Device.Vlan::id);
    }

    String colour(int vlan) {
        return COLOURS.get(Math.max(0, vlans.indexOf(vlan)) % COLOURS.size());
    }

    String dash(int vlan) {
        return DASHES.get(Math.max(0, vlans.indexOf(vlan)) % DASHES.size());
    }

    /** The VLAN to which all belongs that passes a port untagged and alone. */
    static Optional<Integer> access(Device device) {
        return device.vlans().size() == 1 && device.vlans().get(0).untagged()
                ? Optional.of(device.vlans().get(0).id())
                : Optional.empty();
    }

    /** The one VLAN that a cable carries, as its ends see it. */
    static Optional<Integer> access(Stream<Device> ends) {
        List<Optional<Integer>> known = ends.filter(device -> !device.vlans().isEmpty())
                .map(Palette::access)
                .distinct()
                .toList();
        return known.size() == 1 ? known.get(0) : Optional.empty();
    }

    static boolean isTrunk(Device device) {
        return device.vlans().size() > 1 || device.vlans().stream().anyMatch(vlan -> !vlan.untagged());
    }
}
