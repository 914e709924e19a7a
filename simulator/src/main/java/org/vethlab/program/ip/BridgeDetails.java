package org.vethlab.program.ip;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgeId;
import org.vethlab.net.link.BridgeOption;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.PortFlag;
import org.vethlab.net.link.PortRole;
import org.vethlab.net.link.SpanningTree;
import org.vethlab.view.Printer;

/** What {@code ip -d link} tells of a bridge and of a port of one. */
final class BridgeDetails {
    /** Where the key in JSON is not the name of the option. */
    private static final Map<BridgeOption, String> KEYS = Map.of(
            BridgeOption.GROUP_ADDRESS, "group_addr",
            BridgeOption.MCAST_LAST_MEMBER_COUNT, "mcast_last_member_cnt",
            BridgeOption.MCAST_STARTUP_QUERY_COUNT, "mcast_startup_query_cnt",
            BridgeOption.MCAST_LAST_MEMBER_INTERVAL, "mcast_last_member_intvl",
            BridgeOption.MCAST_MEMBERSHIP_INTERVAL, "mcast_membership_intvl",
            BridgeOption.MCAST_QUERIER_INTERVAL, "mcast_querier_intvl",
            BridgeOption.MCAST_QUERY_INTERVAL, "mcast_query_intvl",
            BridgeOption.MCAST_QUERY_RESPONSE_INTERVAL, "mcast_query_response_intvl",
            BridgeOption.MCAST_STARTUP_QUERY_INTERVAL, "mcast_startup_query_intvl");

    /** Shown once the bridge knows of VLANs: kernels that are built without filtering do not have them. */
    private static final Set<BridgeOption> VLAN_OPTIONS = EnumSet.of(
            BridgeOption.VLAN_PROTOCOL,
            BridgeOption.VLAN_DEFAULT_PVID,
            BridgeOption.VLAN_STATS_ENABLED,
            BridgeOption.VLAN_STATS_PER_PORT);

    private final Printer out;

    BridgeDetails(Printer out) {
        this.out = out;
    }

    void print(Bridge bridge) {
        boolean aware = bridge.isVlanAware();
        for (BridgeOption option : BridgeOption.values()) {
            if (aware || !VLAN_OPTIONS.contains(option)) {
                printOption(option, bridge.option(option));
            }
            if (option == BridgeOption.VLAN_PROTOCOL) {
                printTree(bridge);
            }
        }
    }

    private void printOption(BridgeOption option, long value) {
        String key = KEYS.getOrDefault(option, option.text());
        switch (option) {
            case VLAN_PROTOCOL -> out.field(key, option.text() + " %s ", value == 0x88a8 ? "802.1ad" : "802.1Q");
            case GROUP_FWD_MASK -> printMask(key, value);
            case GROUP_ADDRESS -> out.field(key, option.text() + " %s ", new MacAddress(value));
            default -> out.field(key, option.text() + " %s ", value);
        }
    }

    /** Without its 0x if it is 0, as {@code %#x} has it. */
    private void printMask(String key, long value) {
        out.field(key, key + " %s ", value == 0 ? "0" : "0x" + Long.toHexString(value));
    }

    private void printTree(Bridge bridge) {
        SpanningTree tree = bridge.spanningTree();
        out.field("bridge_id", "bridge_id %s ", text(tree.id()));
        // iproute2 6.1 prints the bridge's own identifier here, whoever is the root
        out.field("root_id", "designated_root %s ", text(tree.id()));
        out.field(
                "root_port",
                "root_port %s ",
                tree.rootPort().map(BridgePort::number).orElse(0));
        out.field("root_path_cost", "root_path_cost %s ", tree.rootPathCost());
        out.field("topology_change", "topology_change %s ", tree.isTopologyChanging() ? 1 : 0);
        out.field("topology_change_detected", "topology_change_detected %s ", tree.isTopologyChangeDetected() ? 1 : 0);
        String[] names = {"hello_timer", "tcn_timer", "topology_change_timer"};
        long[] timers = tree.timers();
        for (int i = 0; i < names.length; i++) {
            printTimer(names[i], timers[i]);
        }
        printTimer("gc_timer", bridge.forwarding().cleanupIn());
    }

    void print(BridgePort port) {
        out.field("state", "state %s ", port.state().text());
        out.field("priority", "priority %s ", port.priority());
        out.field("cost", "cost %s ", port.pathCost());
        printFlags(port, PortFlag.HAIRPIN, PortFlag.GUARD, PortFlag.ROOT_BLOCK, PortFlag.FASTLEAVE);
        printFlags(port, PortFlag.LEARNING, PortFlag.FLOOD);
        out.hex("id", "port_id 0x%s ", port.id());
        out.hex("no", "port_no 0x%s ", port.number());
        printRole(port.designated());
        printTimer("hold_timer", port.remaining(port.holdTimer()));
        printTimer("message_age_timer", port.remaining(port.messageAgeTimer()));
        printTimer("forward_delay_timer", port.remaining(port.forwardDelayTimer()));
        out.field("topology_change_ack", "topology_change_ack %s ", port.isTopologyChangeAcknowledged() ? 1 : 0);
        out.field("config_pending", "config_pending %s ", port.isConfigPending() ? 1 : 0);
        printFlags(port, PortFlag.PROXY_ARP, PortFlag.PROXY_ARP_WIFI);
        out.field("multicast_router", "mcast_router %s ", port.multicastRouter());
        out.text("mcast_fast_leave " + (port.has(PortFlag.FASTLEAVE) ? "on " : "off "));
        printFlags(port, PortFlag.MCAST_FLOOD, PortFlag.BCAST_FLOOD);
        printFlags(port, PortFlag.MCAST_TO_UNICAST, PortFlag.NEIGH_SUPPRESS);
        printMask("group_fwd_mask", port.groupForwardMask());
        out.field("group_fwd_mask_str", "group_fwd_mask_str %s ", forwarded(port.groupForwardMask()));
        printFlags(port, PortFlag.VLAN_TUNNEL, PortFlag.ISOLATED, PortFlag.LOCKED);
        BridgeLink.printBackup(out, port);
    }

    /** The protocols of the mask, by name where they have one (_bitmask2str). */
    private static String forwarded(int mask) {
        Map<Integer, String> names = Map.of(0, "stp", 2, "lacp", 14, "lldp");
        List<String> all = new ArrayList<>();
        for (int bit = 0; bit < 16; bit++) {
            if ((mask >>> bit & 1) != 0) {
                all.add(names.getOrDefault(bit, "0x" + Integer.toHexString(1 << bit)));
            }
        }
        return all.isEmpty() ? "0x0" : String.join(",", all);
    }

    private void printRole(PortRole role) {
        out.field("designated_port", "designated_port %s ", role.port());
        out.field("designated_cost", "designated_cost %s ", role.cost());
        out.field("bridge_id", "designated_bridge %s ", text(role.bridge()));
        out.field("root_id", "designated_root %s ", text(role.root()));
    }

    private void printFlags(BridgePort port, PortFlag... flags) {
        for (PortFlag flag : flags) {
            out.onOff(flag.text(), flag.text() + " %s ", port.has(flag));
        }
    }

    /** Seconds with two decimals. */
    private void printTimer(String name, long nanos) {
        out.field(name, name + " %7s ", BigDecimal.valueOf(nanos / 10_000_000, 2));
    }

    /** Priority in four hexadecimal digits, a dot, the address in which a leading zero of an octet is left out. */
    static String text(BridgeId id) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%04x.", id.priority()));
        for (int i = 0; i < 6; i++) {
            text.append(i == 0 ? "" : ":")
                    .append(Integer.toHexString(id.address().octet(i)));
        }
        return text.toString();
    }
}
