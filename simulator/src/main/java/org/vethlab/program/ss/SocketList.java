package org.vethlab.program.ss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.tcp.TcpRow;
import org.vethlab.net.tcp.TcpState;
import org.vethlab.net.udp.UdpEndpoint;

/** The sockets of a namespace, as inet_diag(7) hands them out: family by family, listeners before connections. */
final class SocketList {
    private SocketList() {}

    static List<SocketRow> of(Namespace net) {
        List<SocketRow> rows = new ArrayList<>();
        net.udp().sockets().forEach(socket -> rows.add(row(socket)));
        net.tcp().rows().forEach(row -> rows.add(row(row)));
        rows.sort(Comparator.comparing(SocketRow::kind)
                .thenComparing(SocketRow::ipv6)
                .thenComparing(row -> row.state() != TcpState.LISTEN)
                .thenComparing(row -> row.state() == TcpState.TIME_WAIT)
                .thenComparingInt(row -> row.local().port()));
        return rows;
    }

    private static SocketRow row(UdpEndpoint socket) {
        Endpoint none = new Endpoint(socket.isIpv6() ? Ipv6Address.ANY : Ipv4Address.ANY, 0);
        return new SocketRow(
                SocketKind.UDP,
                socket.isConnected() ? TcpState.ESTABLISHED : TcpState.CLOSE,
                socket.isIpv6(),
                socket.isOnlyIpv6(),
                socket.local(),
                socket.remote().orElse(none),
                socket.device(),
                socket.filled(),
                0,
                socket.inode(),
                Optional.empty());
    }

    private static SocketRow row(TcpRow row) {
        return new SocketRow(
                SocketKind.TCP,
                row.state(),
                row.ipv6(),
                row.onlyIpv6(),
                row.local(),
                row.remote(),
                row.device(),
                row.receiveQueue(),
                row.sendQueue(),
                row.inode(),
                Optional.of(row));
    }
}
