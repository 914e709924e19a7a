package org.vethlab.program.brctl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgeId;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.ForwardingEntry;
import org.vethlab.program.Context;

/** {@code brctl show} and {@code showmacs}. */
final class BrctlShow {
    private static final String HEAD = "bridge name\tbridge id\t\tSTP enabled\tinterfaces\n";

    private final Context context;

    BrctlShow(Context context) {
        this.context = context;
    }

    /** All bridges, or those that are named; what is not there is complained of, and the others are shown. */
    int show(List<String> names) {
        List<Bridge> bridges = new ArrayList<>();
        int status = 0;
        for (String name : names) {
            Optional<Bridge> bridge = find(name);
            status |= bridge.isEmpty() ? 1 : 0;
            bridge.ifPresent(bridges::add);
        }
        if (names.isEmpty()) {
            bridges.addAll(all());
        }
        context.out().print(bridges.isEmpty() ? "" : HEAD);
        bridges.forEach(this::show);
        return status;
    }

    /** Sorted if they stand in /sys; in the kernel's order where /sys is another namespace's and shows none of them. */
    private List<Bridge> all() {
        List<Bridge> bridges = new ArrayList<>();
        for (Device device : context.net().devices().all()) {
            if (device instanceof Bridge bridge) {
                bridges.add(bridge);
            }
        }
        if (readsSys()) {
            bridges.sort(Comparator.comparing(Device::name));
        }
        return bridges;
    }

    /** The bridge of that name; empty after saying that there is none. */
    Optional<Bridge> find(String name) {
        Optional<Device> device = context.net().devices().byName(name);
        if (device.isEmpty()) {
            context.fail(1, "bridge " + name + " does not exist!");
            return Optional.empty();
        }
        if (!(device.get() instanceof Bridge bridge)) {
            context.fail(1, "device " + name + " is not a bridge!");
            return Optional.empty();
        }
        return Optional.of(bridge);
    }

    private void show(Bridge bridge) {
        StringBuilder text = new StringBuilder(
                bridge.name() + "\t\t" + text(bridge.spanningTree().id()) + "\t");
        text.append(bridge.spanningTree().isOn() ? "yes" : "no").append("\t\t");
        List<BridgePort> ports = ports(bridge);
        for (int i = 0; i < ports.size(); i++) {
            text.append(i == 0 ? "" : "\n\t\t\t\t\t\t\t")
                    .append(ports.get(i).device().name());
        }
        context.out().println(text.toString());
    }

    /** By name, capitals first, as /sys lists them; by number where it shows another namespace. */
    List<BridgePort> ports(Bridge bridge) {
        return readsSys() ? sortedPorts(bridge) : numberedPorts(bridge);
    }

    private boolean readsSys() {
        return context.process().sysfs() == context.net();
    }

    /** As the ioctl gives them that serves where /sys does not. */
    private static List<BridgePort> numberedPorts(Bridge bridge) {
        List<BridgePort> ports = new ArrayList<>(bridge.ports());
        ports.sort(Comparator.comparingInt(BridgePort::number));
        return ports;
    }

    private static List<BridgePort> sortedPorts(Bridge bridge) {
        List<BridgePort> ports = new ArrayList<>(bridge.ports());
        ports.sort(Comparator.comparing(port -> port.device().name()));
        return ports;
    }

    /** Priority and address, all in hexadecimal digits: {@code 8000.020000000001}. */
    static String text(BridgeId id) {
        return String.format(
                Locale.ROOT, "%04x.%012x", id.priority(), id.address().bits());
    }

    /** Addresses behind ports, sorted; those of the bridge itself are left out, and those that are too old. */
    int showMacs(String name) {
        Optional<Device> device = context.net().devices().byName(name);
        if (!(device.orElse(null) instanceof Bridge bridge)) {
            Errno errno = device.isEmpty() ? Errno.ENODEV : Errno.EOPNOTSUPP;
            return context.fail(1, "read of forward table failed: " + errno.text());
        }
        context.out().println("port no\tmac addr\t\tis local?\tageing timer");
        bridge.forwarding().entries().stream()
                .filter(entry -> !bridge.forwarding().isExpired(entry))
                .sorted(Comparator.comparing(ForwardingEntry::address))
                .forEach(entry -> entry.port().ifPresent(port -> showMac(entry, port)));
        return 0;
    }

    private void showMac(ForwardingEntry entry, BridgePort port) {
        boolean local = entry.state() == ForwardingEntry.State.PERMANENT;
        boolean ages = entry.state() == ForwardingEntry.State.DYNAMIC;
        long age = ages ? context.clock().now() - entry.updated() : 0;
        context.out()
                .println(String.format(
                        Locale.ROOT,
                        "%3d\t%s\t%s\t\t%s",
                        port.number(),
                        entry.address(),
                        local ? "yes" : "no",
                        Brctl.seconds(age)));
    }
}
