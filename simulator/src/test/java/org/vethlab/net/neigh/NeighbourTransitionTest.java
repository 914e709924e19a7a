package org.vethlab.net.neigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vethlab.net.TestNetwork.MILLISECOND;
import static org.vethlab.net.TestNetwork.address;
import static org.vethlab.net.TestNetwork.device;
import static org.vethlab.net.TestNetwork.ip;
import static org.vethlab.net.TestNetwork.mac;
import static org.vethlab.net.neigh.NudState.DELAY;
import static org.vethlab.net.neigh.NudState.FAILED;
import static org.vethlab.net.neigh.NudState.INCOMPLETE;
import static org.vethlab.net.neigh.NudState.NOARP;
import static org.vethlab.net.neigh.NudState.NONE;
import static org.vethlab.net.neigh.NudState.PERMANENT;
import static org.vethlab.net.neigh.NudState.PROBE;
import static org.vethlab.net.neigh.NudState.REACHABLE;
import static org.vethlab.net.neigh.NudState.STALE;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.TestNetwork;

/** Every way from one state of a neighbour to another: one row, one test. Nobody answers unless the row says so. */
class NeighbourTransitionTest {
    private static final MacAddress KNOWN = mac(2);
    private static final MacAddress OTHER = mac(3);
    private static final Set<UpdateFlag> NO_FLAGS = Set.of();
    private static final Set<UpdateFlag> OVERRIDE = EnumSet.of(UpdateFlag.OVERRIDE);
    private static final Set<UpdateFlag> WEAK = EnumSet.of(UpdateFlag.WEAK_OVERRIDE);
    private static final Set<UpdateFlag> USER = EnumSet.of(UpdateFlag.ADMIN, UpdateFlag.OVERRIDE);

    static Stream<Row> rows() {
        return Stream.of(
                // asking
                row(NONE, use(), INCOMPLETE, null),
                row(NONE, heard(KNOWN, STALE, NO_FLAGS), STALE, KNOWN),
                row(INCOMPLETE, after(2900), INCOMPLETE, null),
                row(INCOMPLETE, after(3200), FAILED, null),
                row(INCOMPLETE, heard(KNOWN, REACHABLE, NO_FLAGS), REACHABLE, KNOWN),
                row(INCOMPLETE, heard(KNOWN, STALE, NO_FLAGS), STALE, KNOWN),
                row(FAILED, use(), INCOMPLETE, null),
                row(FAILED, after(100_000), FAILED, null),
                row(FAILED, heard(KNOWN, REACHABLE, NO_FLAGS), REACHABLE, KNOWN),
                // growing old
                row(REACHABLE, after(14_900), REACHABLE, KNOWN),
                row(REACHABLE, after(45_300), STALE, KNOWN),
                row(REACHABLE, use(), REACHABLE, KNOWN),
                row(STALE, after(100_000), STALE, KNOWN),
                row(STALE, use(), DELAY, KNOWN),
                row(DELAY, after(4900), DELAY, KNOWN),
                row(DELAY, after(5300), PROBE, KNOWN),
                row(DELAY, confirmThenWait(), REACHABLE, KNOWN),
                row(DELAY, heard(KNOWN, REACHABLE, NO_FLAGS), REACHABLE, KNOWN),
                row(PROBE, after(2900), PROBE, KNOWN),
                row(PROBE, after(3200), FAILED, null),
                row(PROBE, heard(KNOWN, REACHABLE, NO_FLAGS), REACHABLE, KNOWN),
                row(PROBE, use(), PROBE, KNOWN),
                // news about the address
                row(REACHABLE, heard(KNOWN, STALE, OVERRIDE), REACHABLE, KNOWN),
                row(REACHABLE, heard(OTHER, STALE, NO_FLAGS), REACHABLE, KNOWN),
                row(REACHABLE, heard(OTHER, STALE, OVERRIDE), STALE, OTHER),
                row(REACHABLE, heard(OTHER, REACHABLE, OVERRIDE), REACHABLE, OTHER),
                row(REACHABLE, heard(OTHER, REACHABLE, WEAK), STALE, KNOWN),
                row(STALE, heard(OTHER, REACHABLE, WEAK), STALE, KNOWN),
                row(STALE, heard(KNOWN, STALE, OVERRIDE), STALE, KNOWN),
                row(DELAY, heard(KNOWN, STALE, OVERRIDE), DELAY, KNOWN),
                row(DELAY, heard(OTHER, STALE, OVERRIDE), STALE, OTHER),
                // the user's
                row(PERMANENT, heard(OTHER, REACHABLE, OVERRIDE), PERMANENT, KNOWN),
                row(PERMANENT, after(100_000), PERMANENT, KNOWN),
                row(PERMANENT, use(), PERMANENT, KNOWN),
                row(PERMANENT, heard(OTHER, REACHABLE, USER), REACHABLE, OTHER),
                row(NOARP, heard(OTHER, REACHABLE, OVERRIDE), NOARP, KNOWN),
                row(NOARP, use(), NOARP, KNOWN),
                row(REACHABLE, heard(KNOWN, STALE, USER), STALE, KNOWN),
                row(REACHABLE, heard(KNOWN, PERMANENT, USER), PERMANENT, KNOWN),
                row(REACHABLE, heard(null, FAILED, USER), FAILED, null),
                row(INCOMPLETE, heard(null, FAILED, USER), FAILED, null),
                row(STALE, heard(null, PERMANENT, USER), PERMANENT, KNOWN),
                row(STALE, heard(KNOWN, DELAY, USER), PROBE, KNOWN),
                row(STALE, heard(KNOWN, PROBE, USER), PROBE, KNOWN));
    }

    private record Event(String name, Consumer<Fixture> action) {}

    record Row(NudState from, Event event, NudState to, Optional<MacAddress> mac) {
        @Override
        public String toString() {
            return from + " · " + event.name() + " → " + to;
        }
    }

    private static final class Fixture {
        final TestNetwork network = new TestNetwork();
        final Neighbour neighbour;

        Fixture() {
            Namespace left = network.host();
            Namespace right = network.host();
            network.cable(left, "l0", 1, right, "r0", 2);
            address(left, "l0", "10.0.0.1", 24);
            neighbour = left.neighbours().table(Neighbours.IPV4).get(device(left, "l0"), ip("10.0.0.9"));
        }

        void bring(NudState state) {
            switch (state) {
                case NONE -> {}
                case INCOMPLETE -> neighbour.use(Optional.empty());
                case FAILED -> {
                    bring(INCOMPLETE);
                    pass(3200);
                }
                case DELAY -> {
                    bring(STALE);
                    neighbour.use(Optional.empty());
                }
                case PROBE -> {
                    bring(DELAY);
                    pass(5260);
                }
                default -> neighbour.update(Optional.of(KNOWN), state, USER);
            }
            assertThat(neighbour.state()).isEqualTo(state);
        }

        void pass(long milliseconds) {
            network.clock().advance(milliseconds * MILLISECOND);
        }
    }

    private static Row row(NudState from, Event event, NudState to, MacAddress mac) {
        return new Row(from, event, to, Optional.ofNullable(mac));
    }

    private static Event use() {
        return new Event("use", fixture -> fixture.neighbour.use(Optional.empty()));
    }

    private static Event after(long milliseconds) {
        return new Event(milliseconds + " ms", fixture -> fixture.pass(milliseconds));
    }

    private static Event confirmThenWait() {
        return new Event("confirmed after 1 s, 4.3 s", fixture -> {
            fixture.pass(1000);
            fixture.neighbour.confirm();
            fixture.pass(4300);
        });
    }

    private static Event heard(MacAddress mac, NudState state, Set<UpdateFlag> flags) {
        return new Event("heard " + mac + " " + state + " " + flags, fixture -> {
            fixture.neighbour.update(Optional.ofNullable(mac), state, flags);
            fixture.pass(100);
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void goes(Row row) {
        Fixture fixture = new Fixture();
        fixture.bring(row.from());

        row.event().action().accept(fixture);

        assertThat(fixture.neighbour.state()).isEqualTo(row.to());
        Optional<MacAddress> seen = fixture.neighbour.state().isValid() ? fixture.neighbour.mac() : Optional.empty();
        assertThat(seen).isEqualTo(row.mac());
    }
}
