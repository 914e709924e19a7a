package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.row.AddressRow;
import org.vethlab.row.DeviceRow;
import org.vethlab.row.LinkRow;

/** Finds out where the cables go. */
final class Cabling {
    /** In ip's words: a tunnel without this end of its own. */
    private static final String ANY = "any";

    private final List<Survey.Namespace> namespaces;
    private final Map<String, Cable> cables = new LinkedHashMap<>();
    private final Map<DeviceName, Port> ports = new LinkedHashMap<>();
    private final List<Box> boxes;

    Cabling(List<Survey.Namespace> namespaces, List<Box> boxes) {
        this.namespaces = namespaces;
        this.boxes = boxes;
        for (Box box : boxes) {
            for (Device device : box.devices()) {
                // A bridge's name stands for its part in the host, which comes before the switch.
                ports.putIfAbsent(new DeviceName(box.namespace(), device.name()), new Port(box.key(), device.name()));
            }
        }
    }

    List<Cable> cables() {
        for (Survey.Namespace namespace : namespaces) {
            for (DeviceRow row : namespace.devices()) {
                plug(namespace, row.link());
                tunnel(namespace, row);
            }
        }
        return new ArrayList<>(cables.values());
    }

    private void plug(Survey.Namespace namespace, LinkRow link) {
        DeviceName name = new DeviceName(namespace.name(), link.ifname());
        if (Assembly.isBridge(link)) {
            ownPort(name);
        }
        Optional<DeviceName> other = other(namespace, link);
        if (other.isEmpty()) {
            return;
        }
        boolean isVeth = link.kind().filter("veth"::equals).isPresent();
        boolean inSameBox = Optional.ofNullable(ports.get(name))
                .map(Port::box)
                .equals(Optional.ofNullable(ports.get(other.get())).map(Port::box));
        if (isVeth || !inSameBox) {
            add(ports.get(name), ports.get(other.get()), isVeth ? Cable.Kind.VETH : Cable.Kind.UPON);
        }
    }

    /** A bridge that has an address is a device of its namespace, plugged into the switch that it is, too. */
    private void ownPort(DeviceName bridge) {
        Port inHost = ports.get(bridge);
        String key = bridge.namespace() + "/" + bridge.device();
        if (inHost != null && boxes.stream().anyMatch(box -> box.key().equals(key))) {
            add(inHost, new Port(key, bridge.device()), Cable.Kind.BRIDGE);
        }
    }

    private void add(@Nullable Port a, @Nullable Port b, Cable.Kind kind) {
        if (a != null && b != null) {
            Cable cable = new Cable(a, b, kind);
            cables.putIfAbsent(cable.key(), cable);
        }
    }

    /** The other end of a veth, or what a device lies upon. */
    private Optional<DeviceName> other(Survey.Namespace namespace, LinkRow link) {
        if (link.link().isPresent()) {
            return link.link().map(device -> new DeviceName(namespace.name(), device));
        }
        if (link.linkIndex().isEmpty() || link.linkNetnsid().isEmpty()) {
            return Optional.empty();
        }
        int index = link.linkIndex().getAsInt();
        Optional<String> there =
                Optional.ofNullable(namespace.peers().get(link.linkNetnsid().getAsInt()));
        return namespaces.stream()
                .filter(each -> there.filter(each.name()::equals).isPresent())
                .flatMap(each -> each.devices().stream()
                        .filter(row -> row.link().ifindex() == index)
                        .map(row -> new DeviceName(each.name(), row.link().ifname())))
                .findFirst();
    }

    /** A tunnel's other end: a tunnel of the same kind and number, where the address is that this one sends to. */
    private void tunnel(Survey.Namespace namespace, DeviceRow row) {
        String remote = end(row.link(), "remote");
        if (remote.equals(ANY)) {
            return;
        }
        for (Survey.Namespace there : namespaces) {
            boolean isHere = there.name().equals(namespace.name());
            if (isHere || there.devices().stream().noneMatch(device -> has(device, remote))) {
                continue;
            }
            there.devices().stream()
                    .map(DeviceRow::link)
                    .filter(link -> isSameTunnel(link, row.link()))
                    .findFirst()
                    .ifPresent(link -> add(
                            ports.get(
                                    new DeviceName(namespace.name(), row.link().ifname())),
                            ports.get(new DeviceName(there.name(), link.ifname())),
                            Cable.Kind.TUNNEL));
        }
    }

    private static boolean has(DeviceRow device, String address) {
        return device.addresses().stream().map(AddressRow::local).anyMatch(address::equals);
    }

    private static boolean isSameTunnel(LinkRow one, LinkRow other) {
        return one.kind().equals(other.kind())
                && !(end(one, "local").equals(ANY) && end(one, "remote").equals(ANY))
                && number(one).equals(number(other))
                && answers(one, other)
                && answers(other, one);
    }

    private static boolean answers(LinkRow one, LinkRow other) {
        String local = end(one, "local");
        String remote = end(other, "remote");
        return local.equals(ANY) || remote.equals(ANY) || local.equals(remote);
    }

    private static String end(LinkRow tunnel, String end) {
        return tunnel.kindData().getOrDefault(end, ANY);
    }

    private static Optional<String> number(LinkRow link) {
        return Optional.ofNullable(link.kindData().get("id"))
                .or(() -> Optional.ofNullable(link.kindData().get("ikey")));
    }
}
