package org.vethlab.net.filter.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.wire.TcpSegment;

/** What a segment does to a connection, one row per state. */
class TcpTrackingTest {
    private static final int SYN = TcpSegment.SYN;
    private static final int ACK = TcpSegment.ACK;
    private static final int FIN = TcpSegment.FIN;
    private static final int RST = TcpSegment.RST;

    @ParameterizedTest
    @CsvSource({
        "SYN_SENT, SYN+ACK, true, SYN_RECV",
        "SYN_SENT, SYN, false, SYN_SENT",
        "SYN_SENT, SYN, true, SYN_SENT2",
        "SYN_SENT, ACK, false, -",
        "SYN_RECV, ACK, false, ESTABLISHED",
        "SYN_RECV, ACK, true, SYN_RECV",
        "ESTABLISHED, ACK, true, ESTABLISHED",
        "ESTABLISHED, FIN+ACK, false, FIN_WAIT",
        "FIN_WAIT, ACK, true, CLOSE_WAIT",
        "CLOSE_WAIT, FIN+ACK, true, LAST_ACK",
        "LAST_ACK, ACK, false, TIME_WAIT",
        "TIME_WAIT, SYN, false, SYN_SENT",
        "ESTABLISHED, RST, true, CLOSE",
        "NONE, ACK, false, -",
    })
    void segmentsMoveConnections(TcpState state, String flags, boolean reply, String expected) {
        Optional<TcpState> next = TcpTracking.next(state, segment(flags), reply);

        assertThat(next.map(TcpState::name).orElse("-")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"SYN, SYN_SENT", "SYN+ACK, -", "ACK, ESTABLISHED", "FIN+ACK, FIN_WAIT", "RST, -"})
    void connectionsMayBeFirstSeenInTheMiddle(String flags, String expected) {
        assertThat(TcpTracking.begin(segment(flags)).map(TcpState::name).orElse("-"))
                .isEqualTo(expected);
    }

    private static TcpSegment segment(String names) {
        int flags = (names.contains("SYN") ? SYN : 0)
                | (names.contains("ACK") ? ACK : 0)
                | (names.contains("FIN") ? FIN : 0)
                | (names.contains("RST") ? RST : 0);
        return new TcpSegment(1, 2, 3, 4, flags, 0, new byte[0], new byte[0]);
    }
}
