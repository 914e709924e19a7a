package org.vethlab.file;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Statistics;
import org.vethlab.net.link.Vlan;
import org.vethlab.net.link.VlanFlag;

/** /proc/net/vlan: a table of all VLAN devices, and a file for each (net/8021q/vlanproc.c). */
final class ProcNetVlan {
    private static final String HEADER = "VLAN Dev name\t | VLAN ID\nName-Type: VLAN_NAME_TYPE_RAW_PLUS_VID_NO_PAD\n";

    /** IFF_802_1Q_VLAN, IFF_XMIT_DST_RELEASE, IFF_UNICAST_FLT and IFF_NO_QUEUE. */
    private static final int PRIVATE_FLAGS = 0x81021;

    private ProcNetVlan() {}

    static Node of(Namespace net) {
        Fixed files = new Fixed(Errno.ENOENT).file("config", () -> config(net));
        for (Device device : net.devices().all()) {
            if (device instanceof Vlan vlan) {
                files.file(vlan.name(), () -> text(vlan));
            }
        }
        return files;
    }

    private static String config(Namespace net) {
        StringBuilder text = new StringBuilder(HEADER);
        for (Device device : net.devices().all()) {
            if (device instanceof Vlan vlan) {
                text.append(String.format(Locale.ROOT, "%-15s| %d  | %s\n", vlan.name(), vlan.id(), parent(vlan)));
            }
        }
        return text.toString();
    }

    private static String parent(Vlan vlan) {
        return vlan.lower().map(Device::name).orElse("");
    }

    private static String text(Vlan vlan) {
        Statistics counted = vlan.statistics();
        int reordered = vlan.has(VlanFlag.REORDER_HDR) ? 1 : 0;
        return vlan.name() + "  VID: " + vlan.id() + "\t REORDER_HDR: " + reordered + "  dev->priv_flags: "
                + Integer.toHexString(PRIVATE_FLAGS) + "\n"
                + count("total frames received", counted.rxPackets)
                + count("total bytes received", counted.rxBytes)
                + count("Broadcast/Multicast Rcvd", counted.multicast)
                + "\n"
                + count("total frames transmitted", counted.txPackets)
                + count("total bytes transmitted", counted.txBytes)
                + "Device: " + parent(vlan)
                + "\nINGRESS priority mappings: " + ingress(vlan.priorities().ingress())
                + " EGRESS priority mappings: "
                + vlan.priorities().egress().entrySet().stream()
                        .map(each -> each.getKey() + ":" + each.getValue() + " ")
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String count(String name, long value) {
        return String.format(Locale.ROOT, "%30s %12d\n", name, value);
    }

    private static String ingress(Map<Integer, Integer> map) {
        StringBuilder text = new StringBuilder();
        for (int priority = 0; priority < 8; priority++) {
            text.append(priority).append(':').append(map.getOrDefault(priority, 0));
            text.append(priority < 6 ? "  " : priority == 6 ? " " : "\n");
        }
        return text.toString();
    }
}
