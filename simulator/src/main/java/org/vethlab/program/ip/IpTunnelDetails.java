package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.IpTunnel;
import org.vethlab.net.link.IpTunnelKind;
import org.vethlab.net.link.IpTunnelSettings;
import org.vethlab.view.Printer;

/** What {@code ip -d link} tells of an IP tunnel (iptunnel_print_opt, gre_print_opt). */
final class IpTunnelDetails {
    private final Printer out;

    IpTunnelDetails(Printer out) {
        this.out = out;
    }

    void print(IpTunnel tunnel) {
        IpTunnelSettings settings = tunnel.settings4();
        boolean ipip = tunnel.tunnelKind() == IpTunnelKind.IPIP;
        if (ipip) {
            out.field("proto", "%s ", tunnel.isByIoctl() ? "ipip" : "any");
        }
        out.field("remote", "remote %s ", end(settings.remote()));
        out.field("local", "local %s ", end(settings.local()));
        settings.lower().ifPresent(lower -> out.field("link", "dev %s ", lower.name()));
        printHeader(settings);
        if (!settings.pathMtuDiscovery()) {
            out.hidden("pmtudisc", false);
            out.text("nopmtudisc ");
        } else if (ipip) {
            out.hidden("pmtudisc", true);
            out.text("pmtudisc ");
        }
        printGre(tunnel, settings);
    }

    private static String end(Optional<Ipv4Address> address) {
        return address.map(Ipv4Address::toString).orElse("any");
    }

    private void printHeader(IpTunnelSettings settings) {
        if (settings.ttl() == 0) {
            out.text("ttl inherit ");
            out.hidden("ttl", 0);
        } else {
            out.field("ttl", "ttl %s ", settings.ttl());
        }
        if (settings.tos() != 0) {
            out.field("tos", "tos %s ", settings.tos() == 1 ? "inherit" : "0x" + Integer.toHexString(settings.tos()));
        }
    }

    private void printGre(IpTunnel tunnel, IpTunnelSettings settings) {
        printKey("ikey", settings.receivedKey());
        boolean erspan = tunnel.tunnelKind() == IpTunnelKind.ERSPAN;
        printKey("okey", erspan ? OptionalInt.of(0) : settings.sentKey());
        printFlag("iseq", settings.flags().receivedSequence());
        printFlag("oseq", settings.flags().sentSequence());
        printFlag("icsum", settings.flags().receivedChecksum());
        printFlag("ocsum", settings.flags().sentChecksum());
        if (erspan) {
            out.field("erspan_index", "erspan_index %s ", 0);
            out.field("erspan_ver", "erspan_ver %s ", 1);
        }
    }

    private void printKey(String name, OptionalInt key) {
        key.ifPresent(value -> out.field(name, name + " %s ", new Ipv4Address(value).toString()));
    }

    private void printFlag(String name, boolean on) {
        if (on) {
            out.flag(name, name + " ");
        }
    }
}
