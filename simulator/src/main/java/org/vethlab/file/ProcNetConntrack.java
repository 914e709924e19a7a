package org.vethlab.file;

import java.util.Locale;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.filter.conntrack.Connection;
import org.vethlab.net.filter.conntrack.Tuple;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** /proc/net/nf_conntrack: the connections that are tracked (ct_seq_show of net/netfilter/nf_conntrack_standalone.c). */
final class ProcNetConntrack {
    private static final long SECOND = 1_000_000_000L;

    private ProcNetConntrack() {}

    static String text(Namespace net) {
        StringBuilder text = new StringBuilder();
        long now = net.world().clock().now();
        for (Connection connection : net.netfilter().conntrack().connections()) {
            line(text, connection, Math.max(connection.expires() - now, 0) / SECOND);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Connection connection, long seconds) {
        Tuple original = connection.original();
        boolean ipv4 = original.source() instanceof Ipv4Address;
        text.append(ipv4 ? "ipv4     2 " : "ipv6     10 ");
        text.append(String.format(Locale.ROOT, "%-8s %d %d ", name(original), original.protocol(), seconds));
        text.append(original.protocol() == TcpSegment.PROTOCOL ? connection.tcpState() + " " : "");
        tuple(text, original);
        text.append(connection.hasSeenReply() ? "" : "[UNREPLIED] ");
        tuple(text, connection.reply());
        text.append(connection.isAssured() ? "[ASSURED] " : "");
        text.append("mark=").append(connection.mark()).append(" zone=0 use=2\n");
    }

    private static String name(Tuple tuple) {
        return switch (tuple.protocol()) {
            case TcpSegment.PROTOCOL -> "tcp";
            case UdpDatagram.PROTOCOL -> "udp";
            case 1 -> "icmp";
            case 58 -> "icmpv6";
            default -> "unknown";
        };
    }

    /** IPv6 addresses in full, nothing left out (%pI6). */
    private static String address(IpAddress address) {
        if (!(address instanceof Ipv6Address ipv6)) {
            return address.toString();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append(i == 0 ? "" : ":").append(String.format(Locale.ROOT, "%04x", ipv6.group(i)));
        }
        return text.toString();
    }

    private static void tuple(StringBuilder text, Tuple tuple) {
        text.append("src=").append(address(tuple.source())).append(" dst=").append(address(tuple.destination()));
        if (tuple.isIcmp()) {
            text.append(" type=").append(tuple.type()).append(" code=").append(tuple.destinationKey() & 0xff);
            text.append(" id=").append(tuple.sourceKey());
        } else if (tuple.protocol() == TcpSegment.PROTOCOL || tuple.protocol() == UdpDatagram.PROTOCOL) {
            text.append(" sport=").append(tuple.sourceKey()).append(" dport=").append(tuple.destinationKey());
        }
        text.append(' ');
    }
}
