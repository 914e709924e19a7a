package org.vethlab.program.ss;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.net.tcp.TcpState;

/** The words for states and sets of states ({@code scan_state}). */
final class StateWords {
    static final Set<TcpState> ALL = EnumSet.allOf(TcpState.class);

    /** What is shown unless something else is asked for. */
    static final Set<TcpState> CONNECTED =
            EnumSet.complementOf(EnumSet.of(TcpState.LISTEN, TcpState.CLOSE, TcpState.TIME_WAIT, TcpState.SYN_RECV));

    static final Set<TcpState> LISTENING = EnumSet.of(TcpState.LISTEN, TcpState.CLOSE);

    private static final Map<String, TcpState> NAMES = Map.ofEntries(
            Map.entry("established", TcpState.ESTABLISHED),
            Map.entry("estab", TcpState.ESTABLISHED),
            Map.entry("syn-sent", TcpState.SYN_SENT),
            Map.entry("syn-recv", TcpState.SYN_RECV),
            Map.entry("fin-wait-1", TcpState.FIN_WAIT1),
            Map.entry("fin-wait-2", TcpState.FIN_WAIT2),
            Map.entry("time-wait", TcpState.TIME_WAIT),
            Map.entry("unconnected", TcpState.CLOSE),
            Map.entry("closed", TcpState.CLOSE),
            Map.entry("close", TcpState.CLOSE),
            Map.entry("unconn", TcpState.CLOSE),
            Map.entry("close-wait", TcpState.CLOSE_WAIT),
            Map.entry("last-ack", TcpState.LAST_ACK),
            Map.entry("listening", TcpState.LISTEN),
            Map.entry("listen", TcpState.LISTEN),
            Map.entry("closing", TcpState.CLOSING));

    private StateWords() {}

    static Optional<Set<TcpState>> of(String word) {
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        return switch (lower) {
            case "close", "closed" -> Optional.of(EnumSet.of(TcpState.CLOSE));
            case "all" -> Optional.of(ALL);
            case "connected" -> Optional.of(EnumSet.complementOf(EnumSet.of(TcpState.LISTEN, TcpState.CLOSE)));
            case "synchronized" ->
                Optional.of(EnumSet.complementOf(EnumSet.of(TcpState.LISTEN, TcpState.CLOSE, TcpState.SYN_SENT)));
            case "bucket" -> Optional.of(EnumSet.of(TcpState.SYN_RECV, TcpState.TIME_WAIT));
            case "big" -> Optional.of(EnumSet.complementOf(EnumSet.of(TcpState.SYN_RECV, TcpState.TIME_WAIT)));
            default -> Optional.ofNullable(NAMES.get(lower)).map(EnumSet::of);
        };
    }
}
