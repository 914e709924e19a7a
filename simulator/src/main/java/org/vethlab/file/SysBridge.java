package org.vethlab.file;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgeId;
import org.vethlab.net.link.BridgeOption;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.ForwardingEntry;
import org.vethlab.net.link.PortFlag;
import org.vethlab.net.link.SpanningTree;

/** /sys/class/net/BRIDGE/bridge, and brport of the devices in it (net/bridge/br_sysfs_br.c, br_sysfs_if.c). */
final class SysBridge {
    private static final Map<PortFlag, String> PORT_FILES = Map.ofEntries(
            Map.entry(PortFlag.HAIRPIN, "hairpin_mode"),
            Map.entry(PortFlag.GUARD, "bpdu_guard"),
            Map.entry(PortFlag.ROOT_BLOCK, "root_block"),
            Map.entry(PortFlag.FASTLEAVE, "multicast_fast_leave"),
            Map.entry(PortFlag.LEARNING, "learning"),
            Map.entry(PortFlag.FLOOD, "unicast_flood"),
            Map.entry(PortFlag.MCAST_FLOOD, "multicast_flood"),
            Map.entry(PortFlag.BCAST_FLOOD, "broadcast_flood"),
            Map.entry(PortFlag.MCAST_TO_UNICAST, "multicast_to_unicast"),
            Map.entry(PortFlag.NEIGH_SUPPRESS, "neigh_suppress"),
            Map.entry(PortFlag.ISOLATED, "isolated"),
            Map.entry(PortFlag.PROXY_ARP, "proxyarp"),
            Map.entry(PortFlag.PROXY_ARP_WIFI, "proxyarp_wifi"));

    /** Listed once the bridge knows of VLANs: kernels that are built without filtering do not have them. */
    private static final Set<String> VLAN_FILES =
            Set.of("default_pvid", "vlan_filtering", "vlan_protocol", "vlan_stats_enabled", "vlan_stats_per_port");

    private SysBridge() {}

    static Node of(Bridge bridge) {
        SpanningTree tree = bridge.spanningTree();
        Attributes files = new Attributes();
        for (BridgeOption option : BridgeOption.values()) {
            String file = option.text().replaceFirst("^mcast_", "multicast_");
            switch (option) {
                case GROUP_FWD_MASK -> files.text(file, () -> "0x" + Long.toHexString(bridge.option(option)));
                case GROUP_ADDRESS -> files.text("group_addr", () -> new MacAddress(bridge.option(option)).toString());
                case VLAN_PROTOCOL -> files.text(file, () -> String.format("0x%04x", bridge.option(option)));
                case VLAN_DEFAULT_PVID ->
                    files.writable(
                            "default_pvid",
                            () -> bridge.option(option),
                            value -> bridge.change(Map.of(option.text(), value)));
                case MCAST_HASH_ELASTICITY, MCAST_HASH_MAX ->
                    files.number(file.replace("multicast_", ""), () -> bridge.option(option));
                case MCAST_VLAN_SNOOPING -> {} // netlink alone tells
                default ->
                    files.writable(
                            file, () -> bridge.option(option), value -> bridge.change(Map.of(option.text(), value)));
            }
        }
        return files.text("bridge_id", () -> id(tree.id()))
                .text("root_id", () -> id(tree.root()))
                .number("root_path_cost", tree::rootPathCost)
                .number(
                        "root_port",
                        () -> tree.rootPort().map(BridgePort::number).orElse(0))
                .flag("topology_change", tree::isTopologyChanging)
                .flag("topology_change_detected", tree::isTopologyChangeDetected)
                .number("hello_timer", () -> ticks(tree.timers()[0]))
                .number("tcn_timer", () -> ticks(tree.timers()[1]))
                .number("topology_change_timer", () -> ticks(tree.timers()[2]))
                .number("gc_timer", () -> ticks(bridge.forwarding().cleanupIn()))
                .command("flush", () -> bridge.change(Map.of("fdb_flush", 1L)))
                .hide(bridge.isVlanAware() ? Set.of() : VLAN_FILES)
                .directory();
    }

    /** A link for each port, to its part in the bridge. */
    static Node ports(Bridge bridge) {
        Fixed links = new Fixed(Errno.EACCES);
        for (BridgePort port : bridge.ports()) {
            String name = port.device().name();
            links.with(name, () -> SymbolicLink.to("../../" + name + "/brport", 0));
        }
        return links;
    }

    static Node port(BridgePort port) {
        Attributes files = new Attributes();
        PORT_FILES.forEach((flag, file) ->
                files.writable(file, () -> port.has(flag) ? 1 : 0, value -> port.set(flag, value != 0)));
        return files.with(
                        "bridge", () -> SymbolicLink.to("../../" + port.bridge().name(), 0))
                .writable("multicast_router", port::multicastRouter, value -> port.setMulticastRouter((int) value))
                .text("group_fwd_mask", () -> "0x" + Integer.toHexString(port.groupForwardMask()))
                .text(
                        "backup_port",
                        () -> port.backup().map(other -> other.device().name()).orElse(""))
                .flag("change_ack", port::isTopologyChangeAcknowledged)
                .flag("config_pending", port::isConfigPending)
                .text("designated_bridge", () -> id(port.designated().bridge()))
                .number("designated_cost", () -> port.designated().cost())
                .number("designated_port", () -> port.designated().port())
                .text("designated_root", () -> id(port.designated().root()))
                .writable("path_cost", port::pathCost, value -> port.setPathCost((int) value))
                .text("port_id", () -> "0x" + Integer.toHexString(port.id()))
                .text("port_no", () -> "0x" + Integer.toHexString(port.number()))
                .writable("priority", port::priority, value -> port.setPriority((int) value))
                .number("state", () -> port.state().code())
                .number("hold_timer", () -> ticks(port.remaining(port.holdTimer())))
                .number("message_age_timer", () -> ticks(port.remaining(port.messageAgeTimer())))
                .number("forward_delay_timer", () -> ticks(port.remaining(port.forwardDelayTimer())))
                .command("flush", () -> port.bridge().forwarding().flush(entry -> isLearnedAt(entry, port)))
                .directory();
    }

    private static boolean isLearnedAt(ForwardingEntry entry, BridgePort port) {
        return entry.ages() && entry.port().filter(port::equals).isPresent();
    }

    /** Hundredths of a second, as clock_t counts. */
    private static long ticks(long nanoseconds) {
        return nanoseconds / 10_000_000;
    }

    private static String id(BridgeId id) {
        return String.format(
                Locale.ROOT, "%04x.%s", id.priority(), id.address().toString().replace(":", ""));
    }
}
