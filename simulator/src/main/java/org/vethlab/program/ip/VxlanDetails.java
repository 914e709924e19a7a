package org.vethlab.program.ip;

import org.vethlab.net.link.Vxlan;
import org.vethlab.net.link.VxlanOption;
import org.vethlab.view.Printer;

/** What {@code ip -d link} tells of a VXLAN device (vxlan_print_opt). */
final class VxlanDetails {
    private final Printer out;

    VxlanDetails(Printer out) {
        this.out = out;
    }

    void print(Vxlan vxlan) {
        out.field("id", "id %s ", vxlan.vni());
        vxlan.remote().ifPresent(remote -> {
            String key = remote.isMulticast() ? "group" : "remote";
            out.field(key, key + " %s ", remote.toString());
        });
        vxlan.local().ifPresent(local -> out.field("local", "local %s ", local.toString()));
        vxlan.physical().ifPresent(device -> out.field("link", "dev %s ", device.name()));
        printPorts(vxlan);
        printSwitches(vxlan);
        printHeader(vxlan);
        printLimits(vxlan);
    }

    private void printPorts(Vxlan vxlan) {
        long low = vxlan.option(VxlanOption.SOURCE_PORT_LOW);
        long high = vxlan.option(VxlanOption.SOURCE_PORT_HIGH);
        out.beginObject("port_range");
        out.hidden("low", low);
        out.hidden("high", high);
        out.endObject();
        out.text("srcport " + low + " " + high + " ");
        out.field("port", "dstport %s ", vxlan.port());
    }

    private void printSwitches(Vxlan vxlan) {
        boolean learns = vxlan.option(VxlanOption.LEARNING) != 0;
        out.hidden("learning", learns);
        out.text(learns ? "" : "nolearning ");
        printFlag(vxlan, VxlanOption.PROXY, "proxy");
        printFlag(vxlan, VxlanOption.RSC, "rsc");
        printFlag(vxlan, VxlanOption.L2MISS, "l2miss");
        printFlag(vxlan, VxlanOption.L3MISS, "l3miss");
    }

    private void printFlag(Vxlan vxlan, VxlanOption option, String name) {
        if (vxlan.option(option) != 0) {
            out.hidden(name, true);
            out.text(name + " ");
        }
    }

    private void printHeader(Vxlan vxlan) {
        long tos = vxlan.option(VxlanOption.TOS);
        if (tos != 0) {
            out.field("tos", "tos %s ", tos == 1 ? "inherit" : "0x" + Long.toHexString(tos));
        }
        long ttl = vxlan.option(VxlanOption.TTL);
        if (vxlan.option(VxlanOption.TTL_INHERIT) != 0) {
            out.field("ttl", "ttl %s ", "inherit");
        } else if (ttl != 0) {
            out.field("ttl", "ttl %s ", ttl);
        } else {
            out.field("ttl", "ttl %s ", out.isJson() ? 0 : "auto");
        }
        long df = vxlan.option(VxlanOption.DF);
        if (df != VxlanOption.DF_UNSET) {
            out.field("df", "df %s ", df == VxlanOption.DF_SET ? "set" : "inherit");
        }
    }

    private void printLimits(Vxlan vxlan) {
        long ageing = vxlan.option(VxlanOption.AGEING);
        out.field("ageing", "ageing %s ", ageing == 0 && !out.isJson() ? "none" : ageing);
        long limit = vxlan.option(VxlanOption.LIMIT);
        if (limit != 0) {
            out.field("limit", "maxaddr %s ", limit);
        }
        printChecksum(vxlan, VxlanOption.UDP_CHECKSUM, "udp_csum", "udpcsum");
        printChecksum(vxlan, VxlanOption.ZERO_CHECKSUM6_SENT, "udp_zero_csum6_tx", "udp6zerocsumtx");
        printChecksum(vxlan, VxlanOption.ZERO_CHECKSUM6_RECEIVED, "udp_zero_csum6_rx", "udp6zerocsumrx");
    }

    private void printChecksum(Vxlan vxlan, VxlanOption option, String key, String word) {
        boolean on = vxlan.option(option) != 0;
        out.hidden(key, on);
        out.text((on ? "" : "no") + word + " ");
    }
}
