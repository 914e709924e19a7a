package org.vethlab.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.row.Answer;

/** What two states, or two texts, differ in. */
class DiffTest {
    private static void run(Lab lab, String script) {
        lab.run(Place.HOST, script, List.of(), new Answer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a b c|a b c|=a =b =c", "a b|a x b|=a +x =b", "a x b|a b|=a -x =b", "a|b|-a +b", "a b|b a|-a =b +a"
            })
    void linesThatBothHaveStandOnce(String left, String right, String expected) {
        List<String> before = List.of(left.split(" "));
        List<String> after = List.of(right.split(" "));
        String lines = LineDiff.of(before, after, (i, j) -> before.get(i).equals(after.get(j))).stream()
                .map(line -> switch (line.side()) {
                            case BOTH -> "=";
                            case LEFT -> "-";
                            case RIGHT -> "+";
                        }
                        + line.text())
                .collect(Collectors.joining(" "));
        assertThat(lines).isEqualTo(expected);
    }

    @Test
    void aLabIsNoDifferentFromItself() {
        try (SimulatedLab lab = new SimulatedLab()) {
            run(lab, "ip netns add a; ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up");
            Snapshot before = Snapshot.of(lab);
            assertThat(Change.between(before, Snapshot.of(lab))).isEmpty();
        }
    }

    @Test
    void equalRoutesAreToldApart() {
        try (SimulatedLab lab = new SimulatedLab()) {
            run(lab, "ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up");
            run(lab, "ip addr add 10.0.0.1/24 dev v0");
            Snapshot before = Snapshot.of(lab);
            run(lab, "ip addr add 10.0.0.2/24 dev v1");
            assertThat(Change.between(before, Snapshot.of(lab)))
                    .extracting(change -> change.kind() + " " + change.what() + " " + change.item())
                    .containsExactly("NEW address dev v1 10.0.0.2/24", "NEW route 10.0.0.0/24 dev v1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "net.ipv4.ip_default_ttl,32",
        "net.ipv4.conf.default.rp_filter,2",
        "net.ipv4.conf.v0.arp_ignore,1",
        "net.ipv4.neigh.v0.mcast_solicit,5",
        "net.ipv6.conf.all.hop_limit,32",
        "net.ipv6.conf.v0.accept_ra,0",
        "net.ipv6.neigh.v0.retrans_time_ms,500"
    })
    void sysctlsAreSeen(String name, int value) {
        try (SimulatedLab before = new SimulatedLab();
                SimulatedLab after = new SimulatedLab()) {
            List.of(before, after).forEach(lab -> run(lab, "ip link add v0 type veth peer name v1"));
            run(after, "sysctl " + name + "; sysctl -w " + name + "=" + value);
            assertThat(Change.between(Snapshot.of(before), Snapshot.of(after)))
                    .extracting(change -> change.item() + " " + change.after())
                    .contains(name + " value " + value);
        }
    }

    @Test
    void namespacesComeAndGoAsAWhole() {
        try (SimulatedLab lab = new SimulatedLab()) {
            run(lab, "ip netns add a");
            Snapshot before = Snapshot.of(lab);
            run(lab, "ip netns add b; ip netns del a");
            assertThat(Change.between(before, Snapshot.of(lab)))
                    .extracting(change -> change.kind() + " " + change.namespace())
                    .containsExactly("GONE a", "NEW b");
        }
    }

    @Test
    void aLookThatIsStoppedEnds() {
        try (SimulatedLab lab = new SimulatedLab()) {
            SnapshotTask task = new SnapshotTask(lab);
            task.stop();
            assertThatThrownBy(task::run).isInstanceOf(LabException.class).hasMessage("stopped");
            assertThat(task.done()).isZero();
        }
    }
}
