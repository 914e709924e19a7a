package org.vethlab.program.ss;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.tcp.TcpInfo;
import org.vethlab.net.tcp.TcpRow;
import org.vethlab.net.tcp.TcpRow.TimerKind;
import org.vethlab.net.tcp.TcpState;
import org.vethlab.program.SocketUsers;

/** What stands behind the addresses: processes, timers, numbers, memory, the inner state of TCP. */
final class SsDetails {
    private static final long MILLISECOND = 1_000_000;

    private final SsOptions options;
    private final Optional<SocketUsers> users;

    SsDetails(SsOptions options, Optional<SocketUsers> users) {
        this.options = options;
        this.users = users;
    }

    String of(SocketRow row) {
        StringBuilder text = new StringBuilder();
        users.ifPresent(all -> text.append(users(all.of(row.inode()))));
        if (options.timers()) {
            row.tcp().ifPresent(tcp -> text.append(timer(tcp)));
        }
        if (options.extended()) {
            text.append(" ino:").append(row.inode()).append(" sk:").append(Long.toHexString(row.inode() & 0xfff));
            if (row.ipv6() && (row.state() == TcpState.LISTEN || row.state() == TcpState.CLOSE)) {
                text.append(" v6only:").append(row.onlyIpv6() ? 1 : 0);
            }
            text.append(row.state() == TcpState.TIME_WAIT ? "" : " <->");
        }
        String more = memory(row) + row.tcp().map(this::info).orElse("");
        if (options.memory() || options.info() && row.kind() == SocketKind.TCP) {
            text.append(options.oneLine() ? "" : "\n\t").append(more);
        }
        return text.toString();
    }

    private static String users(List<SocketUsers.User> holders) {
        if (holders.isEmpty()) {
            return "";
        }
        List<String> words = holders.stream()
                .map(user -> "(\"" + user.name() + "\",pid=" + user.pid() + ",fd=" + user.descriptor() + ")")
                .toList();
        return " users:(" + String.join(",", words) + ")";
    }

    private static String timer(TcpRow row) {
        String name = switch (row.timer()) {
            case NONE -> "";
            case RETRANSMISSION -> "on";
            case TIME_WAIT -> "timewait";
            case PROBE -> "persist";
        };
        return row.timer() == TimerKind.NONE
                ? ""
                : " timer:(" + name + "," + duration(row.timerLeft() / MILLISECOND) + "," + row.retransmissions() + ")";
    }

    /** The coarser the longer: {@code 1min59sec}, {@code 59sec}, {@code 3.200ms} (print_ms_timer). */
    static String duration(long milliseconds) {
        long minutes = milliseconds / 60_000;
        long seconds = milliseconds / 1000 % 60;
        long rest = milliseconds % 1000;
        boolean showsRest = minutes == 0 && seconds <= 9 && rest > 0;
        StringBuilder text = new StringBuilder(minutes > 0 ? minutes + "min" : "");
        if (seconds > 0 && minutes <= 9) {
            text.append(seconds).append(showsRest ? "." : "sec");
        }
        return text.append(showsRest ? String.format(Locale.ROOT, "%03dms", rest) : "")
                .toString();
    }

    private String memory(SocketRow row) {
        if (!options.memory()) {
            return "";
        }
        boolean tcp = row.kind() == SocketKind.TCP;
        int receive = tcp ? 131_072 : 212_992;
        int send = !tcp ? 212_992 : row.state() == TcpState.LISTEN ? 16_384 : 87_040;
        return " skmem:(r" + (tcp ? 0 : row.receiveQueue()) + ",rb" + receive + ",t0,tb" + send + ",f0,w0,o0,bl0,d0)";
    }

    private String info(TcpRow row) {
        if (!options.info()) {
            return "";
        }
        return row.info().map(SsDetails::info).orElse(row.state() == TcpState.LISTEN ? " cubic cwnd:10" : "");
    }

    private static String info(TcpInfo info) {
        StringBuilder text = new StringBuilder();
        text.append(info.timestamps() ? " ts" : "")
                .append(info.sack() ? " sack" : "")
                .append(" cubic");
        if (info.scaled()) {
            text.append(" wscale:").append(info.sendScale()).append(',').append(info.receiveScale());
        }
        text.append(" rto:").append(jiffies(info.retransmissionTimeout()));
        if (info.roundTrip() > 0) {
            text.append(" rtt:")
                    .append(milliseconds(info.roundTrip()))
                    .append('/')
                    .append(milliseconds(info.roundTripDeviation()));
        }
        text.append(" mss:").append(info.segmentSize()).append(" pmtu:").append(info.pathMtu());
        text.append(" rcvmss:536 advmss:").append(info.advertisedSegment());
        text.append(" cwnd:").append(info.congestionWindow());
        append(text, " bytes_sent:", info.bytesSent());
        append(text, " bytes_acked:", info.bytesAcknowledged());
        append(text, " bytes_received:", info.bytesReceived());
        return text.toString();
    }

    /** In milliseconds, as the kernel counts time in steps of four. */
    private static long jiffies(long nanos) {
        return (nanos + 4 * MILLISECOND - 1) / (4 * MILLISECOND) * 4;
    }

    private static void append(StringBuilder text, String name, long value) {
        text.append(value > 0 ? name + value : "");
    }

    /** C's %g: six digits at most. */
    private static String milliseconds(long nanos) {
        String text = String.format(Locale.ROOT, "%.3f", nanos / (double) MILLISECOND);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
