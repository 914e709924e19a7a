package org.vethlab.file;

import java.util.List;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Statistics;

/** /proc/net of a network namespace (proc_net(5)). */
final class ProcNet {
    private static final String SOCKETS =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    /** The packet scheduler's clock: ticks of 64 ns in thousands of nanoseconds, and timers that are exact to one. */
    private static final String PACKET_SCHEDULER = "000003e8 00000040 000f4240 3b9aca00\n";

    private ProcNet() {}

    static Node of(Namespace net) {
        return new Fixed(Errno.ENOENT)
                .with("bonding", () -> ProcNetBonding.of(net))
                .file("arp", () -> ProcNetArp.text(net))
                .file("dev", () -> devices(net))
                .file("dev_mcast", () -> ProcNetGroups.hardware(net))
                .file("if_inet6", () -> ProcNetIpv6.addresses(net))
                .file("igmp", () -> ProcNetGroups.ipv4(net))
                .file("igmp6", () -> ProcNetGroups.ipv6(net))
                .file("ipv6_route", () -> ProcNetIpv6Route.text(net))
                .file("nf_conntrack", () -> ProcNetConntrack.text(net))
                .file("psched", () -> PACKET_SCHEDULER)
                .file("raw", () -> SOCKETS + " ref pointer drops\n")
                .file("route", () -> ProcNetRoute.text(net))
                .file("snmp", () -> ProcNetSnmp.text(net))
                .file("snmp6", () -> ProcNetIpv6.counters(net))
                .file("sockstat", () -> ProcNetSockets.statistics(net))
                .file("sockstat6", () -> ProcNetSockets.statistics6(net))
                .file("tcp", () -> ProcNetSockets.tcp(net, false))
                .file("tcp6", () -> ProcNetSockets.tcp(net, true))
                .file("udp", () -> ProcNetSockets.udp(net, false))
                .file("udp6", () -> ProcNetSockets.udp(net, true))
                .file("unix", () -> "Num       RefCount Protocol Flags    Type St Inode Path\n")
                .with("vlan", () -> ProcNetVlan.of(net));
    }

    /** Some tables pad each line with blanks to a fixed width (seq_pad). */
    static String padded(String line, int width) {
        return line + " ".repeat(Math.max(0, width - line.length())) + "\n";
    }

    private static String devices(Namespace net) {
        StringBuilder text =
                new StringBuilder("Inter-|   Receive                                                |  Transmit\n"
                        + " face |bytes    packets errs drop fifo frame compressed multicast|"
                        + "bytes    packets errs drop fifo colls carrier compressed\n");
        for (Device device : net.devices().all()) {
            text.append(row(device));
        }
        return text.toString();
    }

    private static String row(Device device) {
        Statistics counted = device.statistics();
        long[] values = {
            counted.rxBytes,
            counted.rxPackets,
            counted.rxErrors,
            counted.rxDropped,
            0,
            0,
            0,
            counted.multicast,
            counted.txBytes,
            counted.txPackets,
            counted.txErrors,
            counted.txDropped,
            0,
            counted.collisions,
            0,
            0
        };
        List<Integer> widths = List.of(7, 7, 4, 4, 4, 5, 10, 9, 8, 7, 4, 4, 4, 5, 7, 10);
        StringBuilder text = new StringBuilder(String.format("%6s:", device.name()));
        for (int i = 0; i < values.length; i++) {
            text.append(String.format(" %" + widths.get(i) + "d", values[i]));
        }
        return text.append('\n').toString();
    }
}
