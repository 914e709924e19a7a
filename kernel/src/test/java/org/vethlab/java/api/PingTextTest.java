package org.vethlab.java.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vethlab.lab.LabException;

/** Answers of iputils' ping, as they are printed. */
class PingTextTest {
    private static PingResult read(String output) {
        return PingText.read("x", new CommandResult("a", "ping x", 0, output, ""));
    }

    @Test
    void namesDuplicatesAndDates() {
        PingResult result = read("""
            PING localhost (127.0.0.1) 56(84) bytes of data.
            [1700000000.100000] 64 bytes from localhost (127.0.0.1): icmp_seq=1 ttl=64 time=0.020 ms
            64 bytes from localhost (127.0.0.1): icmp_seq=1 ttl=63 time=12 ms (DUP!)

            --- localhost ping statistics ---
            1 packets transmitted, 1 received, +1 duplicates, 0% packet loss, time 0ms
            """);
        assertThat(result.received()).isEqualTo(1);
        assertThat(result.replies())
                .containsExactly(
                        new PingReply("localhost (127.0.0.1)", 1, 64, 0.02, false),
                        new PingReply("localhost (127.0.0.1)", 1, 63, 12, true));
        assertThat(result.averageRtt()).hasValue(6.01);
    }

    @Test
    void ipv6AndSmallPayloads() {
        PingResult result = read("""
            PING fe80::1%eth0(fe80::1%eth0) 4 data bytes
            12 bytes from fe80::1%eth0: icmp_seq=2 ttl=64

            --- fe80::1%eth0 ping statistics ---
            2 packets transmitted, 1 received, 50% packet loss, time 1001ms
            """);
        assertThat(result.lost()).isEqualTo(1);
        assertThat(result.replies()).extracting(PingReply::from).containsExactly("fe80::1%eth0");
    }

    @Test
    void whatRoutersSay() {
        PingResult result = read("""
            PING 10.0.0.9 (10.0.0.9) 56(84) bytes of data.
            From 10.0.0.1 icmp_seq=1 Destination Host Unreachable

            --- 10.0.0.9 ping statistics ---
            1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms
            """);
        assertThat(result.errors()).containsExactly("From 10.0.0.1 icmp_seq=1 Destination Host Unreachable");
    }

    @Test
    void whatItCannotMakeSenseOf() {
        CommandResult usage = new CommandResult("a", "ping -z x", 2, "", "ping: invalid option -- 'z'\n");
        assertThatThrownBy(() -> PingText.read("x", usage))
                .isInstanceOf(LabException.class)
                .hasMessage("a: ping -z x: ping: invalid option -- 'z'");
        assertThatThrownBy(() -> read("")).hasMessage("a: ping x printed no statistics");
    }
}
