package org.vethlab.program.ip;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.link.Bond;
import org.vethlab.net.link.BondPort;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.IpTunnel;
import org.vethlab.net.link.Ipvlan;
import org.vethlab.net.link.Macvlan;
import org.vethlab.net.link.MacvlanMode;
import org.vethlab.net.link.TunTap;
import org.vethlab.net.link.Vlan;
import org.vethlab.net.link.VlanFlag;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.link.Vxlan;
import org.vethlab.view.Printer;

/** What {@code ip -d} adds: counters of use, limits, and what a device's kind and master tell of it. */
final class LinkDetails {
    private static final int IPV6_MIN_MTU = 1280;

    private static final List<String> ADDRESS_GENERATION_MODES = List.of("eui64", "none", "stable_secret", "random");

    private final IpContext ip;
    private final Printer out;
    private final boolean forLink;

    LinkDetails(IpContext ip, boolean forLink) {
        this.ip = ip;
        this.out = ip.printer();
        this.forLink = forLink;
    }

    void print(Device device) {
        out.field("promiscuity", " promiscuity %s ", device.promiscuity());
        out.field("allmulti", " allmulti %s ", device.allMulticast());
        out.field("min_mtu", "minmtu %s ", device.minMtu());
        out.field("max_mtu", "maxmtu %s ", device.maxMtu());
        if (!device.kind().isEmpty()) {
            printKind(device);
        }
        // A device with a shorter MTU has no IPv6 at all (addrconf_notify).
        if (forLink && device.mtu() >= IPV6_MIN_MTU) {
            out.field("inet6_addr_gen_mode", "addrgenmode %s ", addressGeneration(device));
        }
        int queues = device.transmitQueues();
        out.field("num_tx_queues", "numtxqueues %s ", queues);
        out.field("num_rx_queues", "numrxqueues %s ", queues);
        out.field("gso_max_size", "gso_max_size %s ", 65536);
        out.field("gso_max_segs", "gso_max_segs %s ", 65535);
        out.field("tso_max_size", "tso_max_size %s ", device.segmentationLimit());
        out.field("tso_max_segs", "tso_max_segs %s ", 65535);
        out.field("gro_max_size", "gro_max_size %s ", 65536);
    }

    private void printKind(Device device) {
        out.beginObject("linkinfo");
        out.newline();
        out.field("info_kind", "    %s ", device.kind());
        if (device instanceof Vlan vlan) {
            printVlan(vlan);
        } else if (device instanceof Macvlan macvlan) {
            printMacvlan(macvlan);
        } else if (device instanceof TunTap tunnel) {
            printTunTap(tunnel.options());
        } else if (device instanceof Bridge bridge) {
            printData(() -> new BridgeDetails(out).print(bridge));
        } else if (device instanceof Vrf vrf) {
            printData(() -> out.field("table", "table %s ", Integer.toUnsignedLong(vrf.table())));
        } else if (device instanceof Ipvlan ipvlan) {
            printData(() -> {
                out.field("mode", " mode %s ", ipvlan.mode().text());
                out.field("mode_flag", "%s ", ipvlan.isolation().text());
            });
        } else if (device instanceof IpTunnel tunnel) {
            printData(() -> new IpTunnelDetails(out).print(tunnel));
        } else if (device instanceof Vxlan vxlan) {
            printData(() -> new VxlanDetails(out).print(vxlan));
        } else if (device instanceof Bond bond) {
            printData(() -> new BondDetails(out).print(bond));
        }
        printMembership(device);
        out.endObject();
    }

    private void printData(Runnable fields) {
        out.beginObject("info_data");
        fields.run();
        out.endObject();
    }

    /** What a device is to the one above it. */
    private void printMembership(Device device) {
        if (device.master().orElse(null) instanceof Bond bond) {
            bond.port(device).ifPresent(this::printBondPort);
        }
        Vrf.ofPort(device).ifPresent(this::printDomain);
        if (device.master().orElse(null) instanceof Bridge bridge) {
            bridge.port(device).ifPresent(this::printPort);
        }
    }

    private void printBondPort(BondPort port) {
        out.newline();
        out.field("info_slave_kind", "    %s_slave ", "bond");
        out.beginObject("info_slave_data");
        new BondDetails(out).print(port);
        out.endObject();
    }

    private void printTunTap(TunTap.Settings settings) {
        out.beginObject("info_data");
        out.field("type", "type %s ", settings.tap() ? "tap" : "tun");
        out.onOff("pi", "pi %s ", settings.packetInformation());
        out.onOff("vnet_hdr", "vnet_hdr %s ", settings.virtualHeader());
        if (settings.manyQueues()) {
            out.onOff("multi_queue", "multi_queue %s ", true);
        }
        out.onOff("persist", "persist %s ", true);
        settings.user().ifPresent(user -> out.field("user", "user %s ", user));
        settings.group().ifPresent(group -> out.field("group", "group %s ", group));
        out.endObject();
    }

    private void printDomain(Vrf vrf) {
        out.newline();
        out.field("info_slave_kind", "    %s_slave ", "vrf");
        out.beginObject("info_slave_data");
        out.field("table", "table %s ", Integer.toUnsignedLong(vrf.table()));
        out.endObject();
    }

    private void printPort(BridgePort port) {
        out.newline();
        out.field("info_slave_kind", "    %s_slave ", "bridge");
        out.beginObject("info_slave_data");
        new BridgeDetails(out).print(port);
        out.endObject();
    }

    private void printVlan(Vlan vlan) {
        out.beginObject("info_data");
        out.field("protocol", "protocol %s ", vlan.protocol() == 0x88a8 ? "802.1ad" : "802.1Q");
        out.field("id", "id %s ", vlan.id());
        LinkPrinter.printFlagList(
                out,
                Arrays.stream(VlanFlag.values())
                        .filter(vlan::has)
                        .map(VlanFlag::name)
                        .toList());
        printMap("ingress", vlan.priorities().ingress());
        printMap("egress", vlan.priorities().egress());
        out.endObject();
    }

    private void printMap(String direction, Map<Integer, Integer> map) {
        if (map.isEmpty()) {
            return;
        }
        out.beginArray(direction + "_qos");
        out.newline();
        out.text("      " + direction + "-qos-map { ");
        map.forEach((from, to) -> {
            out.beginObject();
            out.field("from", "%s:", Integer.toUnsignedLong(from));
            out.field("to", "%s ", Integer.toUnsignedLong(to));
            out.endObject();
        });
        out.endArray();
        out.text("} ");
    }

    private void printMacvlan(Macvlan macvlan) {
        out.beginObject("info_data");
        out.field("mode", "mode %s ", macvlan.mode().text());
        if (macvlan.leavesAddressesAlone()) {
            out.flag("nopromisc", "nopromisc ");
        }
        if (macvlan.consumesForeign()) {
            out.flag("nodst", "nodst ");
        }
        out.field("bcqueuelen", "bcqueuelen %s ", macvlan.wantedQueueLength());
        out.field("usedbcqueuelen", "usedbcqueuelen %s ", macvlan.usedQueueLength());
        if (macvlan.mode() == MacvlanMode.SOURCE) {
            out.field("macaddr_count", "remotes (%s) ", macvlan.sources().size());
            out.beginArray("macaddr_data");
            macvlan.sources().forEach(source -> out.element("%s ", source));
            out.endArray();
        }
        out.endObject();
    }

    private String addressGeneration(Device device) {
        Optional<String> mode = ip.net().sysctls().read("net/ipv6/conf/" + device.name() + "/addr_gen_mode");
        return ADDRESS_GENERATION_MODES.get(Integer.parseInt(mode.orElse("0")));
    }
}
