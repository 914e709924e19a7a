package org.vethlab.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.tcp.TcpRow;
import org.vethlab.net.tcp.TcpState;
import org.vethlab.net.udp.UdpEndpoint;

/** /proc/net/tcp, udp, tcp6, udp6 and sockstat (proc_pid_net(5)). */
final class ProcNetSockets {
    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    private static final String HEAD6 = "  sl  local_address                         remote_address"
            + "                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

    private static final int TCP_WIDTH = 149;
    private static final int UDP_WIDTH = 127;

    /** Timers count in hundredths of a second. */
    private static final long TICK = 10_000_000;

    private ProcNetSockets() {}

    static String tcp(Namespace net, boolean ipv6) {
        StringBuilder text = new StringBuilder(ipv6 ? HEAD6 + "\n" : ProcNet.padded(HEAD, TCP_WIDTH));
        List<TcpRow> rows = net.tcp().rows().stream()
                .filter(row -> row.ipv6() == ipv6)
                .sorted(Comparator.comparing((TcpRow row) -> row.state() != TcpState.LISTEN)
                        .thenComparing(row -> row.state() == TcpState.TIME_WAIT))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            text.append(ipv6 ? line(i, rows.get(i)) + "\n" : ProcNet.padded(line(i, rows.get(i)), TCP_WIDTH));
        }
        return text.toString();
    }

    private static String line(int number, TcpRow row) {
        int timer = switch (row.timer()) {
            case NONE -> 0;
            case RETRANSMISSION -> 1;
            case TIME_WAIT -> 3;
            case PROBE -> 4;
        };
        boolean listens = row.state() == TcpState.LISTEN;
        boolean remembered = row.state() == TcpState.TIME_WAIT;
        String ends = end(row.ipv6(), row.local()) + " " + end(row.ipv6(), row.remote());
        String common = String.format(
                Locale.ROOT,
                "%4d: %s %02X %08X:%08X %02X:%08X %08X %5d %8d %d %d 0000000000000000",
                number,
                ends,
                row.state().code(),
                listens ? 0 : row.sendQueue(),
                row.receiveQueue(),
                timer,
                row.timerLeft() / TICK,
                row.retransmissions(),
                0,
                0,
                remembered ? 0 : row.inode(),
                remembered ? 3 : 1);
        return common + (remembered ? "" : listens ? " 100 0 0 10 0" : " 20 4 30 10 -1");
    }

    static String udp(Namespace net, boolean ipv6) {
        StringBuilder text = new StringBuilder(
                ipv6 ? HEAD6 + " ref pointer drops\n" : ProcNet.padded(" " + HEAD + " ref pointer drops", UDP_WIDTH));
        for (UdpEndpoint row : net.udp().sockets()) {
            if (row.isIpv6() == ipv6) {
                text.append(ipv6 ? line(row) + "\n" : ProcNet.padded(line(row), UDP_WIDTH));
            }
        }
        return text.toString();
    }

    private static String line(UdpEndpoint row) {
        Endpoint none = new Endpoint(row.isIpv6() ? Ipv6Address.ANY : Ipv4Address.ANY, 0);
        return String.format(
                Locale.ROOT,
                "%5d: %s %s %02X %08X:%08X %02X:%08X %08X %5d %8d %d %d 0000000000000000 %d",
                row.local().port(),
                end(row.isIpv6(), row.local()),
                end(row.isIpv6(), row.remote().orElse(none)),
                row.isConnected() ? TcpState.ESTABLISHED.code() : TcpState.CLOSE.code(),
                0,
                row.filled(),
                0,
                0,
                0,
                0,
                0,
                row.inode(),
                2,
                row.drops());
    }

    /** Addresses are printed as the machine's numbers: on x86 each word stands the wrong way round. */
    private static String end(boolean ipv6, Endpoint end) {
        StringBuilder text = new StringBuilder();
        words(ipv6, end.address()).forEach(word -> text.append(String.format("%08X", Integer.reverseBytes(word))));
        return text.append(String.format(":%04X", end.port())).toString();
    }

    private static List<Integer> words(boolean ipv6, IpAddress address) {
        List<Integer> words = new ArrayList<>();
        if (address instanceof Ipv6Address six) {
            words.addAll(
                    List.of((int) (six.high() >>> 32), (int) six.high(), (int) (six.low() >>> 32), (int) six.low()));
        } else if (address instanceof Ipv4Address four) {
            words.addAll(ipv6 ? List.of(0, 0, 0xffff, four.bits()) : List.of(four.bits()));
        }
        return words;
    }

    static String statistics(Namespace net) {
        List<TcpRow> tcp = net.tcp().rows();
        long waiting =
                tcp.stream().filter(row -> row.state() == TcpState.TIME_WAIT).count();
        long ipv4 = tcp.stream().filter(row -> !row.ipv6()).count() - waiting;
        long udp = net.udp().sockets().stream().filter(row -> !row.isIpv6()).count();
        return "sockets: used " + (tcp.size() - waiting + net.udp().sockets().size()) + "\nTCP: inuse " + ipv4
                + " orphan 0 tw " + waiting + " alloc " + (tcp.size() - waiting) + " mem 0\nUDP: inuse " + udp
                + " mem 0\nUDPLITE: inuse 0\nRAW: inuse 0\nFRAG: inuse 0 memory 0\n";
    }

    static String statistics6(Namespace net) {
        long tcp = net.tcp().rows().stream()
                .filter(row -> row.ipv6() && row.state() != TcpState.TIME_WAIT)
                .count();
        long udp = net.udp().sockets().stream().filter(UdpEndpoint::isIpv6).count();
        return "TCP6: inuse " + tcp + "\nUDP6: inuse " + udp
                + "\nUDPLITE6: inuse 0\nRAW6: inuse 0\nFRAG6: inuse 0 memory 0\n";
    }
}
