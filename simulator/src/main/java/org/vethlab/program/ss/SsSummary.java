package org.vethlab.program.ss;

import java.util.List;
import java.util.Locale;
import org.vethlab.net.Namespace;
import org.vethlab.net.tcp.TcpState;

/** ss -s. */
final class SsSummary {
    private SsSummary() {}

    static String of(Namespace net) {
        List<SocketRow> rows = SocketList.of(net);
        long waiting =
                rows.stream().filter(row -> row.state() == TcpState.TIME_WAIT).count();
        long established = rows.stream()
                .filter(row -> row.kind() == SocketKind.TCP)
                .filter(row -> row.state() == TcpState.ESTABLISHED || row.state() == TcpState.CLOSE_WAIT)
                .count();
        long tcp = rows.stream()
                .filter(row -> row.kind() == SocketKind.TCP && row.state() != TcpState.TIME_WAIT)
                .count();
        long orphans = rows.stream()
                .filter(row -> row.kind() == SocketKind.TCP && row.inode() == 0)
                .filter(row -> row.state() != TcpState.TIME_WAIT && row.state() != TcpState.ESTABLISHED)
                .count();
        return "Total: " + (rows.size() - waiting) + "\n"
                + "TCP:   " + (tcp + waiting) + " (estab " + established + ", closed " + waiting + ", orphaned "
                + orphans
                + ", timewait " + waiting + ")\n\n"
                + "Transport Total     IP        IPv6\n"
                + line("RAW", 0, 0)
                + line("UDP", count(rows, SocketKind.UDP, false), count(rows, SocketKind.UDP, true))
                + line("TCP", count(rows, SocketKind.TCP, false), count(rows, SocketKind.TCP, true))
                + line(
                        "INET",
                        count(rows, SocketKind.UDP, false) + count(rows, SocketKind.TCP, false),
                        count(rows, SocketKind.UDP, true) + count(rows, SocketKind.TCP, true))
                + line("FRAG", 0, 0) + "\n";
    }

    private static long count(List<SocketRow> rows, SocketKind kind, boolean ipv6) {
        return rows.stream()
                .filter(row -> row.kind() == kind && row.ipv6() == ipv6 && row.state() != TcpState.TIME_WAIT)
                .count();
    }

    private static String line(String name, long ipv4, long ipv6) {
        return String.format(Locale.ROOT, "%s\t  %-9d %-9d %-9d\n", name, ipv4 + ipv6, ipv4, ipv6);
    }
}
