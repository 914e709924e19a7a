package org.vethlab.net.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vethlab.net.link.Lab.enslave;
import static org.vethlab.net.link.Lab.frame;
import static org.vethlab.net.link.Lab.up;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;

/** Two bridges, two cables between them: a loop that the protocol has to cut. */
class SpanningTreeTest {
    private final Lab lab = new Lab();
    private final Namespace left = lab.namespace();
    private final Namespace right = lab.namespace();
    private final Bridge root = lab.bridge(left, "br0");
    private final Bridge other = lab.bridge(right, "br0");
    private final Device first = cable("c1", 0x10);
    private final Device second = cable("c2", 0x20);

    private Device cable(String name, int number) {
        Device near = lab.veth(left, name, right, name, number);
        enslave(near, root);
        enslave(near.lower().orElseThrow(), other);
        return near;
    }

    private void start() {
        root.change(Map.of("stp_state", 1L));
        other.change(Map.of("stp_state", 1L));
        up(first, second, first.lower().orElseThrow(), second.lower().orElseThrow(), root, other);
    }

    private PortState stateAt(Bridge bridge, Device device) {
        return bridge.port(device).orElseThrow().state();
    }

    @Test
    void listensThenLearnsThenForwards() {
        start();
        assertThat(stateAt(root, first)).isEqualTo(PortState.LISTENING);
        assertThat(root.operState()).isEqualTo(OperState.DOWN);
        lab.clock.advance(16 * Lab.SECOND);
        assertThat(stateAt(root, first)).isEqualTo(PortState.LEARNING);
        lab.clock.advance(15 * Lab.SECOND);
        assertThat(stateAt(root, first)).isEqualTo(PortState.FORWARDING);
        assertThat(root.operState()).isEqualTo(OperState.UP);
    }

    @Test
    void cutsTheLoopAndHealsIt() {
        start();
        lab.clock.advance(40 * Lab.SECOND);
        assertThat(root.spanningTree().isRoot()).isTrue();
        assertThat(other.spanningTree().root()).isEqualTo(root.spanningTree().id());
        assertThat(other.spanningTree().rootPort().orElseThrow().device())
                .isEqualTo(first.lower().orElseThrow());
        assertThat(other.spanningTree().rootPathCost()).isEqualTo(2);
        assertThat(stateAt(other, second.lower().orElseThrow())).isEqualTo(PortState.BLOCKING);
        left.links().setDown(first);
        lab.clock.advance(31 * Lab.SECOND);
        assertThat(stateAt(other, second.lower().orElseThrow())).isEqualTo(PortState.FORWARDING);
    }

    @Test
    void lowerPriorityTakesTheRoot() {
        start();
        lab.clock.advance(40 * Lab.SECOND);
        other.change(Map.of("priority", 100L));
        lab.clock.advance(10 * Lab.SECOND);
        assertThat(other.spanningTree().isRoot()).isTrue();
        assertThat(root.spanningTree().root()).isEqualTo(other.spanningTree().id());
    }

    @Test
    void withoutItAFrameCirclesForEver() {
        up(first, second, first.lower().orElseThrow(), second.lower().orElseThrow(), root, other);
        root.transmit(frame(root.address(), MacAddress.BROADCAST));
        lab.clock.advance(1_000_000);
        long once = first.statistics().txPackets;
        lab.clock.advance(1_000_000);
        assertThat(first.statistics().txPackets).isGreaterThan(once + 10);
    }

    @Test
    void messageSurvivesTheWire() {
        Bpdu.Config config = new Bpdu.Config(
                true,
                false,
                new PortRole(root.spanningTree().id(), 4, other.spanningTree().id(), 0x8001),
                Lab.SECOND,
                20 * Lab.SECOND,
                2 * Lab.SECOND,
                15 * Lab.SECOND);
        assertThat(Bpdu.decode(config.encode())).contains(config);
        assertThat(config.encode().length()).isEqualTo(38);
        assertThat(Bpdu.decode(new Bpdu.TopologyChange().encode())).contains(new Bpdu.TopologyChange());
    }
}
