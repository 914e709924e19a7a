package org.vethlab.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is shown of packets, and of work that takes long. */
@Timeout(60)
class CaptureMagicTest extends CellTest {
    // %capture

    @Test
    void aCaptureIsShownAsALadderAndAsPackets() {
        run(TWO);
        run("%sh for n in a b; do ip netns exec $n sysctl -q net.ipv6.conf.all.disable_ipv6=1; done");
        assertThat(run("%capture a b")).isEqualTo("capturing in a, b; %capture show shows the packets\n");
        run("%ns a ping -c 1 10.0.0.2");
        run("%ns b ip link set vb down\n%ns b ip link set vb up\n%ns b ip neigh flush all");
        String text = run("%capture show");
        assertThat(text)
                .contains("Captured in a, b: 4 packets")
                .containsPattern("3 +0\\.0000\\d\\d  o-+>\\| +ICMP  Echo");
        assertThat(output.rich)
                .contains("<details>", "<th scope=\"col\"", "data:image/svg+xml;base64,", "download=\"capture.pcap\"")
                .doesNotContain("<script", "onclick");
        assertThat(run("%capture show 3")).contains("Internet Control Message Protocol", "Time to Live: 64");
        assertThat(run("%capture stop")).isEqualTo("captured 4 packets\n");
        assertThat(run("%capture")).isEqualTo("captured in a, b: 4 packets\n");
        assertThatThrownBy(() -> run("%capture show 9")).hasMessage("no packets 9; there are 4");
    }

    @Test
    void whatNeverArrivesIsMarked() {
        run("""
            %%sh
            ip link add br0 type bridge
            ip link set br0 up
            for name in a b; do
                ip netns add $name
                ip link add h$name type veth peer name v$name netns $name
                ip link set h$name master br0 up
                ip -n $name link set v$name up
            done
            ip -n a addr add 10.0.0.1/24 dev va
            ip -n b addr add 10.0.0.2/24 dev vb
            ip netns exec a ping -c 1 10.0.0.2
            bridge link set dev hb state 0\
            """);
        run("%capture a b icmp\n%ns a ping -c 1 -W 1 10.0.0.2");
        assertThat(run("%capture show")).containsPattern("o-+x.*✗ never arrived  ← no answer");
    }

    @Test
    void aCaptureOutlivesItsLab() {
        run(TWO);
        run("%capture a icmp\n%ns a ping -c 1 10.0.0.2");
        run("%undo");
        assertThat(run("%capture")).isEqualTo("captured in a (icmp): 2 packets\n");
    }

    @Test
    void aCaptureIsSaved() throws Exception {
        run(TWO);
        run("%capture a va icmp\n%ns a ping -c 1 10.0.0.2");
        Path file = folder.resolve("x.pcap");
        assertThat(run("%capture save " + file)).isEqualTo(file + ": 2 packets, 252 bytes\n");
        assertThat(Files.readAllBytes(file)).hasSize(252).startsWith(0x4d, 0x3c, 0xb2, 0xa1);
    }

    // progress

    @Test
    void longWorkTellsHowFarItIs() throws Exception {
        Progress progress = Progress.start(output, () -> Optional.of("half"), 1, 1);
        output.awaitProgress();
        progress.end();
        int told = output.progress.size();
        assertThat(output.progress).startsWith("half").endsWith("ended");
        assertThat(output.progress).hasSize(told);
    }

    @Test
    void shortWorkTellsNothing() {
        run(TWO);
        run("%ns a ping -c 3 10.0.0.2");
        run("%undo");
        assertThat(output.progress).isEmpty();
    }
}
