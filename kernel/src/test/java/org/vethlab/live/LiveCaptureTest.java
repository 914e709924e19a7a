package org.vethlab.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vethlab.capture.Capture;
import org.vethlab.capture.Recording;
import org.vethlab.capture.Sighting;
import org.vethlab.diff.Change;
import org.vethlab.diff.Snapshot;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.row.Answer;

/** Captures and snapshots of real namespaces; skipped where the machine has none to give, or no tcpdump. */
@Timeout(60)
class LiveCaptureTest {
    private static final String TWO = """
        for name in a b; do
            ip netns add $name
            ip netns exec $name sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
        done
        ip -n a link add va type veth peer name vb netns b
        ip -n a addr add 10.0.0.1/24 dev va
        ip -n b addr add 10.0.0.2/24 dev vb
        ip -n a link set va up
        ip -n b link set vb up
        """;

    @TempDir
    private Path directory;

    private Lab lab;

    @BeforeEach
    void open() {
        try {
            lab = LiveLab.open(directory);
        } catch (LabException e) {
            assumeTrue(false, e.getMessage());
        }
        assumeTrue(run("host", "command -v tcpdump") == 0, "there is no tcpdump");
        run("host", TWO);
    }

    @AfterEach
    void close() {
        if (lab != null) {
            lab.close();
        }
    }

    private int run(String place, String script) {
        return lab.run(lab.place(place), script, List.of(), new Answer());
    }

    @Test
    void aFrameAtBothEndsIsOnePacket() {
        try (Recording recording = Recording.start(lab, List.of(lab.place("a"), lab.place("b")), List.of(), "icmp")) {
            run("a", "ping -c 1 10.0.0.2; sleep 0.3");
            Capture capture = recording.capture();
            assertThat(capture.packets()).hasSize(2);
            assertThat(capture.packets().get(0).sightings())
                    .extracting(Sighting::where)
                    .containsExactly("a va out", "b vb in");
            assertThat(capture.packets().get(0).answers().answeredBy()).containsExactly(2);
        }
    }

    @Test
    void aDeviceOfItsOwnGivesWholeFrames() {
        try (Recording recording = Recording.start(lab, List.of(lab.place("a")), List.of("va"), "icmp")) {
            run("a", "ping -c 1 10.0.0.2; sleep 0.3");
            assertThat(recording.capture().packets().get(0).frame().destination())
                    .isPresent();
            assertThat(recording.capture().packets().get(1).first().where()).isEqualTo("a va in");
        }
    }

    @Test
    void whatIsClosedKeepsWhatItSawAndLeavesNoFiles(@TempDir Path files) {
        run("host", "export TMPDIR=" + files);
        Recording recording = Recording.start(lab, List.of(lab.place("a"), lab.place("b")), List.of(), "icmp");
        assertThat(files).isNotEmptyDirectory();
        run("a", "ping -c 1 10.0.0.2");
        run("host", "ip netns del b");
        recording.close();
        assertThat(files).isEmptyDirectory();
        assertThat(recording.capture().packets()).hasSize(2);
        assertThatThrownBy(() -> Recording.start(lab, List.of(lab.place("a")), List.of(), "icmp and ("))
                .isInstanceOf(LabException.class);
        assertThat(files).isEmptyDirectory();
    }

    @Test
    void complaintsAreTcpdumps() {
        assertThatThrownBy(() -> Recording.start(lab, List.of(lab.place("a")), List.of(), "icmp and ("))
                .isInstanceOf(LabException.class)
                .hasMessage("tcpdump: can't parse filter expression: syntax error");
    }

    @Test
    void snapshotsDiffer() {
        Snapshot before = Snapshot.of(lab);
        run("a", "ip route add 10.9.0.0/16 via 10.0.0.2");
        assertThat(Change.between(before, Snapshot.of(lab)))
                .anyMatch(change ->
                        change.kind() == Change.Kind.NEW && change.item().equals("10.9.0.0/16 via 10.0.0.2 dev va"));
    }
}
