package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.row.Answer;
import org.vethlab.row.DeviceRow;
import org.vethlab.row.LinkRow;
import org.vethlab.row.Rows;
import org.vethlab.row.VlanRow;

/**
 * What the namespaces of a lab tell of themselves.
 *
 * <p>A veth's end knows its other end by a number, and the namespace of that by another number, which is each
 * namespace's own. {@code ip netns list-id} has names for these only where {@code ip netns} made the namespace;
 * {@code lsns} knows those that live by a process.
 */
final class Survey {
    private static final Pattern NAMED = Pattern.compile("\"nsid\":(\\d+),\"name\":\"([^\"]*)\"");
    private static final Pattern NUMBERED = Pattern.compile("(?m)^ *(\\d+) +(\\d+)$");
    private static final Pattern INODE = Pattern.compile("net:\\[(\\d+)]");

    private Survey() {}

    /**
     * A namespace.
     *
     * @param vlans of its bridges that filter by VLAN
     * @param peers the names of other namespaces, by this one's numbers for them
     */
    record Namespace(String name, List<DeviceRow> devices, List<VlanRow> vlans, Map<Integer, String> peers) {
        Optional<DeviceRow> device(String ifname) {
            return devices.stream()
                    .filter(device -> device.link().ifname().equals(ifname))
                    .findFirst();
        }
    }

    static List<Namespace> of(Lab lab) {
        Map<Place, List<DeviceRow>> devices = new HashMap<>();
        Map<String, String> byInode = new HashMap<>();
        List<Place> places = lab.places();
        for (Place place : places) {
            devices.put(place, new Rows(lab, place).devices());
            inode(lab, place).ifPresent(inode -> byInode.putIfAbsent(inode, place.name()));
        }
        List<Namespace> namespaces = new ArrayList<>();
        for (Place place : places) {
            List<DeviceRow> rows = devices.getOrDefault(place, List.of());
            namespaces.add(
                    new Namespace(place.name(), rows, vlans(lab, place, rows), peers(lab, place, rows, byInode)));
        }
        return namespaces;
    }

    /** Only a place that lives by a process needs it: others have a name. */
    private static Optional<String> inode(Lab lab, Place place) {
        if (place.pid() == 0) {
            return Optional.empty();
        }
        Matcher inode = INODE.matcher(ask(lab, Place.HOST, "readlink /proc/" + place.pid() + "/ns/net"));
        return inode.find() ? Optional.of(inode.group(1)) : Optional.empty();
    }

    private static List<VlanRow> vlans(Lab lab, Place place, List<DeviceRow> rows) {
        List<String> bridges = rows.stream()
                .map(DeviceRow::link)
                .filter(link -> "1".equals(link.kindData().get("vlan_filtering")))
                .map(LinkRow::ifname)
                .toList();
        if (bridges.isEmpty()) {
            return List.of();
        }
        List<String> ports = rows.stream()
                .map(DeviceRow::link)
                .filter(link -> link.master().filter(bridges::contains).isPresent())
                .map(LinkRow::ifname)
                .toList();
        return new Rows(lab, place)
                .vlans().stream().filter(row -> ports.contains(row.ifname())).toList();
    }

    private static Map<Integer, String> peers(Lab lab, Place place, List<DeviceRow> rows, Map<String, String> byInode) {
        Map<Integer, String> peers = new HashMap<>();
        if (rows.stream().noneMatch(row -> row.link().linkNetnsid().isPresent())) {
            return peers;
        }
        Matcher numbered = NUMBERED.matcher(ask(lab, place, "lsns -n -t net -o NETNSID,NS"));
        while (numbered.find()) {
            String name = byInode.get(numbered.group(2));
            if (name != null) {
                peers.put(Integer.parseInt(numbered.group(1)), name);
            }
        }
        Matcher named = NAMED.matcher(ask(lab, place, "ip -j netns list-id"));
        while (named.find()) {
            peers.putIfAbsent(Integer.parseInt(named.group(1)), named.group(2));
        }
        return peers;
    }

    private static String ask(Lab lab, Place place, String command) {
        return lab.glimpse(place, List.of(command.split(" "))).orElseGet(() -> answer(lab, place, command));
    }

    /** A machine without lsns still has the names of {@code ip netns}. */
    private static String answer(Lab lab, Place place, String command) {
        try {
            return Answer.of(lab, place, command);
        } catch (LabException e) {
            return "";
        }
    }
}
