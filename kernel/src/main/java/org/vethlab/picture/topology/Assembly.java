package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.lab.Place;
import org.vethlab.row.AddressRow;
import org.vethlab.row.DeviceRow;
import org.vethlab.row.LinkRow;
import org.vethlab.row.VlanRow;

/** Puts the rows of all namespaces together: who is in which box, and where the cables go. */
final class Assembly {
    /** A module makes these in every namespace, and nobody uses them. */
    private static final Set<String> FALLBACK_DEVICES =
            Set.of("tunl0", "gre0", "gretap0", "erspan0", "sit0", "ip6tnl0", "ip_vti0", "ip6_vti0", "ip6gre0");

    private static final Set<String> GROUPS = Set.of("bond", "vrf", "team");

    private final List<Survey.Namespace> namespaces;

    Assembly(List<Survey.Namespace> namespaces) {
        this.namespaces = namespaces;
    }

    Topology topology() {
        List<Box> boxes = new ArrayList<>();
        namespaces.forEach(namespace -> boxes.addAll(boxes(namespace)));
        return new Topology(boxes, new Cabling(namespaces, boxes).cables());
    }

    private static List<Box> boxes(Survey.Namespace namespace) {
        Map<String, List<Device>> byBox = new LinkedHashMap<>();
        for (DeviceRow row : namespace.devices()) {
            if (isBridge(row.link())) {
                byBox.put(row.link().ifname(), new ArrayList<>());
            }
        }
        List<Device> host = new ArrayList<>();
        for (DeviceRow row : namespace.devices()) {
            Device device = device(namespace, row);
            Optional<String> bridge = bridgeOf(namespace, row.link());
            bridge.map(name -> byBox.getOrDefault(name, host)).orElse(host).add(device);
        }
        host.removeIf(device -> isIdle(namespace, device));
        List.copyOf(host).stream()
                .filter(device -> byBox.containsKey(device.name()))
                .forEach(bridge -> byBox.getOrDefault(bridge.name(), host).add(0, ownPort(bridge)));
        List<Box> boxes = new ArrayList<>();
        boolean onlySwitches = host.stream().allMatch(device -> device.name().equals("lo")) && !byBox.isEmpty();
        boolean isBareHost = namespace.name().equals(Place.HOST.name()) && onlyLoopback(host);
        if (!onlySwitches && !isBareHost) {
            boxes.add(new Box(namespace.name(), Optional.empty(), Device.State.UP, nested(host)));
        }
        byBox.forEach((bridge, ports) -> boxes.add(
                new Box(namespace.name(), Optional.of(bridge), bridgeState(namespace, bridge), nested(ports))));
        return boxes;
    }

    /** The port by which the namespace itself is plugged into its bridge. */
    private static Device ownPort(Device bridge) {
        return new Device(bridge.name(), "own port", Optional.empty(), List.of(), bridge.state(), List.of());
    }

    private static Device.State bridgeState(Survey.Namespace namespace, String bridge) {
        return namespace.device(bridge).map(row -> state(row.link())).orElse(Device.State.UP);
    }

    private static boolean onlyLoopback(List<Device> devices) {
        return devices.stream()
                .allMatch(device ->
                        device.name().equals("lo") && device.addresses().isEmpty());
    }

    /** The bridge that a device is a port of, directly or as a part of a bond. */
    private static Optional<String> bridgeOf(Survey.Namespace namespace, LinkRow link) {
        Optional<LinkRow> master = link.master().flatMap(namespace::device).map(DeviceRow::link);
        if (master.isEmpty()) {
            return Optional.empty();
        }
        if (isBridge(master.get())) {
            return link.master();
        }
        return isGroup(master.get()) ? bridgeOf(namespace, master.get()) : Optional.empty();
    }

    static boolean isBridge(LinkRow link) {
        return link.kind().filter("bridge"::equals).isPresent();
    }

    private static boolean isGroup(LinkRow link) {
        return link.kind().filter(GROUPS::contains).isPresent();
    }

    private static Device device(Survey.Namespace namespace, DeviceRow row) {
        LinkRow link = row.link();
        return new Device(
                link.ifname(), what(link), upon(namespace, link), addresses(row), state(link), vlans(namespace, link));
    }

    private static String what(LinkRow link) {
        String kind = link.kind().orElse("");
        return switch (kind) {
            case "veth" -> "";
            case "vlan" -> link.vlanId().isPresent() ? "vlan " + link.vlanId().getAsInt() : "vlan";
            case "vxlan" -> "vxlan " + link.kindData().getOrDefault("id", "");
            default -> kind;
        };
    }

    /** A group's member is listed under the group; else what lies upon another device of its box, under that. */
    private static Optional<String> upon(Survey.Namespace namespace, LinkRow link) {
        Optional<DeviceRow> master = link.master().flatMap(namespace::device);
        if (master.filter(row -> isGroup(row.link())).isPresent()) {
            return link.master();
        }
        boolean isVeth = link.kind().filter("veth"::equals).isPresent();
        Optional<DeviceRow> below = link.link().flatMap(namespace::device).filter(row -> !isVeth);
        return below.filter(row -> bridgeOf(namespace, row.link()).equals(bridgeOf(namespace, link)))
                .map(row -> row.link().ifname());
    }

    private static List<String> addresses(DeviceRow row) {
        return row.addresses().stream()
                .filter(address -> !(address.isIpv6() && address.scope().equals("link")))
                .filter(address -> !(row.link().isLoopback() && isOwnLoopback(address)))
                .map(Assembly::addressText)
                .toList();
    }

    private static String addressText(AddressRow address) {
        return address.peer()
                .map(peer -> address.local() + " peer " + peer + "/" + address.prefixlen())
                .orElseGet(address::withPrefix);
    }

    private static boolean isOwnLoopback(AddressRow address) {
        return address.withPrefix().equals("127.0.0.1/8")
                || address.withPrefix().equals("::1/128");
    }

    private static Device.State state(LinkRow link) {
        if (!link.isUp()) {
            return Device.State.DOWN;
        }
        if (!link.hasCarrier()) {
            return Device.State.NO_CARRIER;
        }
        boolean blocked = link.portState().filter("blocking"::equals).isPresent();
        return blocked ? Device.State.BLOCKING : Device.State.UP;
    }

    private static List<Device.Vlan> vlans(Survey.Namespace namespace, LinkRow link) {
        return namespace.vlans().stream()
                .filter(row -> row.ifname().equals(link.ifname()))
                .sorted(Comparator.comparingInt(VlanRow::vlan))
                .map(row -> new Device.Vlan(row.vlan(), row.flags().contains("Egress Untagged")))
                .toList();
    }

    /** Devices that say nothing: a loopback that is well, what a module has made, a bridge without an own part. */
    private static boolean isIdle(Survey.Namespace namespace, Device device) {
        if (!device.addresses().isEmpty()) {
            return false;
        }
        if (device.name().equals("lo")) {
            return device.state().isUp();
        }
        if (FALLBACK_DEVICES.contains(device.name())) {
            return true;
        }
        return device.what().equals("bridge") && namespace.devices().stream().noneMatch(row -> liesUpon(row, device));
    }

    private static boolean liesUpon(DeviceRow row, Device device) {
        return row.link().link().filter(device.name()::equals).isPresent();
    }

    /** What lies upon a device comes right after it. */
    private static List<Device> nested(List<Device> devices) {
        List<Device> order = new ArrayList<>();
        Set<String> names = new HashSet<>();
        devices.forEach(device -> names.add(device.name()));
        devices.stream()
                .filter(device -> device.upon().filter(names::contains).isEmpty())
                .forEach(device -> nest(device, devices, order));
        return order;
    }

    private static void nest(Device device, List<Device> devices, List<Device> order) {
        if (order.contains(device)) {
            return;
        }
        order.add(device);
        devices.stream()
                .filter(each -> each.upon().filter(device.name()::equals).isPresent())
                .forEach(each -> nest(each, devices, order));
    }
}
