package org.vethlab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.picture.topology.DeviceName;
import org.vethlab.picture.topology.Flight;
import org.vethlab.trace.Story;

/** What of a story moves over the drawing. */
class StoryFlightsTest {
    private static final String PAIR = """
        ip netns add A; ip netns add B
        ip link add a0 netns A type veth peer name b0 netns B
        ip -n A addr add 10.0.0.1/24 dev a0; ip -n B addr add 10.0.0.2/24 dev b0
        ip -n A link set a0 up; ip -n B link set b0 up
        """;

    private static final DeviceName A0 = new DeviceName("A", "a0");
    private static final DeviceName B0 = new DeviceName("B", "b0");

    private final SimulatedLab lab = new SimulatedLab();
    private final Lab.Sink silence = new Lab.Sink() {
        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}
    };

    private List<Flight> why(String command) {
        lab.run(Place.HOST, PAIR, List.of(), silence);
        Story story = lab.explain(lab.place("A"), command, List.of(), silence).story();
        return StoryFlights.of(story);
    }

    @Test
    void aQuestionItsAnswerAndThePacketsThatWaitedForIt() {
        List<Flight> flights = why("ping -c 1 10.0.0.2");

        assertThat(flights)
                .extracting(Flight::kind)
                .containsExactly(Flight.Kind.ARP, Flight.Kind.ARP, Flight.Kind.REQUEST, Flight.Kind.REPLY);
        assertThat(flights).extracting(Flight::from).containsExactly(A0, B0, A0, B0);
        assertThat(flights).extracting(Flight::to).containsExactly(B0, A0, B0, A0);
        assertThat(flights).allMatch(flight -> flight.end() > flight.start());
        assertThat(flights.get(0).label()).isEqualTo("ARP who-has 10.0.0.2");
    }

    @Test
    void whatDiesInAHostDiesWhereItCameIn() {
        List<Flight> flights =
                why("sh -c 'ip netns exec B sysctl -qw net.ipv4.icmp_echo_ignore_all=1; ping -c 1 -W 1 10.0.0.2'");

        Flight last = flights.get(flights.size() - 1);
        assertThat(last.kind()).isEqualTo(Flight.Kind.LOST);
        assertThat(last.from()).isEqualTo(B0);
        assertThat(last.to()).isEqualTo(B0);
    }

    @Test
    void aPacketDiesBeforeTheMessageThatTellsOfIt() {
        List<Flight> flights = why("nc -z -w 1 10.0.0.2 80");

        assertThat(flights.subList(flights.size() - 2, flights.size()))
                .extracting(flight -> flight.kind() + " " + flight.label())
                .containsExactly("LOST TCP SYN to port 80", "REPLY TCP reset");
    }

    @Test
    void aFloodIsMoreThanAnybodyWatches() {
        assertThat(why("ping -q -f -c 500 10.0.0.2")).hasSizeLessThan(200);
    }
}
