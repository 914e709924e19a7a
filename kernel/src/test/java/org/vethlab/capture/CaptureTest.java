package org.vethlab.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vethlab.capture.layer.Kind;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.row.Answer;
import org.vethlab.wire.LinkType;
import org.vethlab.wire.PcapReader;

/** Captures in the simulator: each frame once, its layers, questions and answers, the files. */
class CaptureTest {
    /** Two namespaces at the two ends of a cable; IPv6 is off, so that nothing speaks unasked. */
    private static final String SET_UP = """
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

    private final SimulatedLab lab = new SimulatedLab();

    @BeforeEach
    void setUp() {
        run("host", SET_UP);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private String run(String place, String script) {
        Answer answer = new Answer();
        lab.run(lab.place(place), script, List.of(), answer);
        return answer.output();
    }

    private Capture capture(List<String> places, List<String> devices, String filter, String script) {
        List<Place> where = places.stream().map(lab::place).toList();
        try (Recording recording = Recording.start(lab, where, devices, filter)) {
            run("a", script);
            return recording.capture();
        }
    }

    @Test
    void aFrameThatIsSeenAtSeveralDevicesIsOnePacket() {
        Capture capture = capture(List.of("a", "b"), List.of(), "", "ping -c 1 10.0.0.2");
        assertThat(capture.packets())
                .extracting(packet -> packet.dissection().kind())
                .containsExactly(Kind.ARP, Kind.ARP, Kind.REQUEST, Kind.REPLY);
        assertThat(capture.packets().get(2).sightings())
                .extracting(Sighting::where)
                .containsExactly("a va out", "b vb in");
        assertThat(capture.packets().get(2).arrived("b")).isTrue();
        assertThat(capture.packets().get(2).arrived("a")).isFalse();
    }

    @Test
    void whatIsSentAgainIsAnotherPacket() {
        run("b", "ip link set vb down; ip link set vb up; sysctl -qw net.ipv4.conf.all.arp_ignore=8");
        Capture capture = capture(List.of("a", "b"), List.of(), "arp", "ping -c 1 10.0.0.2");
        assertThat(capture.packets())
                .hasSize(3)
                .allMatch(packet -> packet.answers().isMissing());
    }

    @Test
    void whatIsSentAgainAtOnceIsAnotherPacket() {
        run("b", "sysctl -qw net.ipv4.conf.all.arp_ignore=8");
        run("a", "sysctl -qw net.ipv4.neigh.va.retrans_time_ms=100");
        Capture capture = capture(List.of("a", "b"), List.of(), "arp", "ping -c 1 10.0.0.2");
        assertThat(capture.packets()).hasSize(3);
        assertThat(capture.packets().get(2).time() - capture.packets().get(0).time())
                .isLessThan(400_000_000L);
    }

    @Test
    void aTagOfEitherKindMakesNoOtherPacket() {
        for (String kind : List.of("802.1Q", "802.1ad")) {
            run("a", "ip link add link va name v type vlan proto " + kind + " id 10; ip link set v up");
            run("a", "ip addr add 10.1.0.1/24 dev v");
            run("b", "ip link add link vb name v type vlan proto " + kind + " id 10; ip link set v up");
            run("b", "ip addr add 10.1.0.2/24 dev v");
            Capture capture = capture(List.of("a", "b"), List.of(), "", "ping -c 1 10.1.0.2");
            assertThat(capture.packets()).as(kind).hasSize(4);
            assertThat(capture.packets().get(2).sightings())
                    .extracting(Sighting::device)
                    .containsExactly("v", "va", "vb", "v");
            run("host", "ip -n a link del v; ip -n b link del v");
        }
    }

    @Test
    void aRefusalIsAnAnswer() {
        Capture capture = capture(List.of("a"), List.of(), "tcp", "nc -z 10.0.0.2 81");
        assertThat(capture.packets()).hasSize(2);
        assertThat(capture.packets().get(0).answers().answeredBy()).containsExactly(2);
    }

    @Test
    void pcapngTellsTheDirection() {
        Capture capture = capture(List.of("a"), List.of("va"), "icmp", "ping -c 1 10.0.0.2");
        String bytes = java.util.HexFormat.of().formatHex(capture.pcapng());
        assertThat(bytes).containsOnlyOnce("0200040002000000").containsOnlyOnce("0200040001000000");
    }

    @Test
    void questionsKnowTheirAnswers() {
        List<Packet> packets =
                capture(List.of("a"), List.of(), "", "ping -c 2 10.0.0.2").packets();
        assertThat(packets.get(0).answers().answeredBy()).containsExactly(2);
        assertThat(packets.get(1).answers().answerTo()).containsExactly(1);
        assertThat(packets.get(4).answers().answeredBy()).containsExactly(6);
    }

    @Test
    void aRouterOnTheWayDoesNotLeaveAQuestionWithoutAnswer() {
        run("host", """
            ip netns add c
            ip netns exec c sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
            ip -n b link add vbc type veth peer name vc netns c
            ip -n b addr add 10.0.1.2/24 dev vbc; ip -n c addr add 10.0.1.3/24 dev vc
            ip -n b link set vbc up; ip -n c link set vc up
            ip netns exec b sysctl -qw net.ipv4.ip_forward=1
            ip -n a route add default via 10.0.0.2; ip -n c route add default via 10.0.1.2
            """);
        Capture capture = capture(List.of("b"), List.of(), "icmp", "ping -c 1 10.0.1.3");
        assertThat(capture.packets())
                .hasSize(4)
                .noneMatch(packet -> packet.answers().isMissing());
    }

    @Test
    void anErrorAnswersThePacketThatItQuotes() {
        run("b", "ip addr add 10.9.9.9/32 dev lo");
        run("a", "ip route add 10.8.8.8/32 via 10.0.0.2");
        run("b", "sysctl -qw net.ipv4.ip_forward=1; ip route add unreachable 10.8.8.8/32");
        List<Packet> packets =
                capture(List.of("a"), List.of(), "icmp", "ping -c 1 10.8.8.8").packets();
        assertThat(packets).hasSize(2);
        assertThat(packets.get(0).answers().answeredBy()).containsExactly(2);
        assertThat(packets.get(1).dissection().info()).isEqualTo("Destination unreachable (Host unreachable)");
        assertThat(packets.get(1).dissection().destination()).isEqualTo("10.0.0.1");
    }

    @Test
    void theFileHasTheLinkTypeThatTcpdumpGivesIt() {
        Capture any = capture(List.of("a"), List.of(), "", "ping -c 1 10.0.0.2");
        Capture one = capture(List.of("a"), List.of("va"), "icmp", "ping -c 1 10.0.0.2");
        assertThat(new PcapReader(any.pcap()).linkType()).isEqualTo(Optional.of(LinkType.LINUX_SLL2));
        PcapReader reader = new PcapReader(one.pcap());
        assertThat(reader.linkType()).isEqualTo(Optional.of(LinkType.ETHERNET));
        assertThat(reader.next().orElseThrow().time())
                .isEqualTo(one.packets().get(0).time());
        assertThat(one.packets()).hasSize(2);
    }

    /** The simulator's tcpdump is tested against the real one; it must see in the file what it sees alive. */
    @Test
    void tcpdumpReadsTheFile() {
        Capture capture = capture(List.of("a", "b"), List.of(), "", "ping -c 1 10.0.0.2");
        String bytes = java.util.HexFormat.of().withPrefix("\\x").formatHex(capture.pcap());
        String listing = run("host", "printf '" + bytes + "' > /tmp/c.pcap; tcpdump -n -r /tmp/c.pcap 2> /dev/null");
        assertThat(listing.lines()).hasSize(8);
        assertThat(listing).contains("10.0.0.1 > 10.0.0.2: ICMP echo request");
    }

    @Test
    void clearingGoesOn() {
        try (Recording recording = Recording.start(lab, List.of(lab.place("a")), List.of(), "")) {
            run("a", "ping -c 1 10.0.0.2");
            recording.clear();
            assertThat(recording.capture().packets()).isEmpty();
            run("a", "ping -c 1 10.0.0.2");
            assertThat(recording.capture().packets()).hasSize(2);
        }
    }

    @Test
    void whatIsClosedSeesNoMore() {
        Recording recording = Recording.start(lab, List.of(lab.place("a")), List.of(), "");
        recording.close();
        run("a", "ping -c 1 10.0.0.2");
        assertThat(recording.capture().packets()).isEmpty();
    }

    @Test
    void badFiltersGetTheWordsOfTcpdump() {
        Lab any = lab;
        List<Place> where = List.of(lab.place("a"));
        assertThatThrownBy(() -> Recording.start(any, where, List.of(), "icmp and ("))
                .isInstanceOf(LabException.class)
                .hasMessage("tcpdump: can't parse filter expression: syntax error");
        assertThatThrownBy(() -> Recording.start(any, where, List.of("eth0"), ""))
                .hasMessage("there is no device 'eth0' in a");
    }

    @Test
    void ownersAreFoundByTheirAddresses() {
        Capture capture = capture(List.of("a"), List.of(), "", "ping -c 1 10.0.0.2");
        Owners owners = Owners.of(lab, capture);
        Packet request = capture.packets().get(2);
        assertThat(request.frame().source().flatMap(owners::of)).contains("a");
        assertThat(request.frame().destination().flatMap(owners::of)).contains("b");
        assertThat(owners.of("10.0.0.2")).contains("b");
    }
}
