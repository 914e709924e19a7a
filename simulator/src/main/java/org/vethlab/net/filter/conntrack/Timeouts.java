package org.vethlab.net.filter.conntrack;

import java.util.Locale;
import org.vethlab.net.Sysctls;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** For how long connections are remembered ({@code net.netfilter.nf_conntrack_*_timeout*}). */
final class Timeouts {
    private static final String FILES = "net/netfilter/nf_conntrack_";

    private final Sysctls sysctls;

    Timeouts(Sysctls sysctls) {
        this.sysctls = sysctls;
    }

    /** @param stream whether an exchange of UDP datagrams has gone on for a while */
    long seconds(Connection connection, boolean stream) {
        return switch (connection.original().protocol()) {
            case TcpSegment.PROTOCOL -> tcp(connection.tcpState());
            case UdpDatagram.PROTOCOL -> number(stream ? "udp_timeout_stream" : "udp_timeout");
            case IcmpMessage.PROTOCOL -> number("icmp_timeout");
            case Icmpv6Message.PROTOCOL -> number("icmpv6_timeout");
            default -> number("generic_timeout");
        };
    }

    private long tcp(TcpState state) {
        String name = state == TcpState.SYN_SENT2 ? "syn_sent" : state.name().toLowerCase(Locale.ROOT);
        return state == TcpState.NONE ? 0 : number("tcp_timeout_" + name);
    }

    private long number(String name) {
        return sysctls.setting(FILES + name).value();
    }
}
