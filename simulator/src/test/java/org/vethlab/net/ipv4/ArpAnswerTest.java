package org.vethlab.net.ipv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vethlab.net.TestNetwork.SECOND;
import static org.vethlab.net.TestNetwork.address;
import static org.vethlab.net.TestNetwork.device;
import static org.vethlab.net.TestNetwork.ip;
import static org.vethlab.net.TestNetwork.mac;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.TestNetwork;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.neigh.Proxy;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.ArpPacket.Operation;
import org.vethlab.wire.EthernetFrame;

/**
 * Which requests a host answers, and what it learns. The host holds 10.0.0.2/24 on r0, 10.0.0.3/32 and 172.16.0.1/24 on
 * another device, 10.0.0.4/32 on lo; it forwards, and has a route to 10.9.0.0/16 behind the other device.
 */
class ArpAnswerTest {
    private static final MacAddress ASKER = mac(1);
    private static final MacAddress HOST = mac(2);

    private final TestNetwork network = new TestNetwork();
    private final Namespace asker = network.host();
    private final Namespace host = network.host();
    private final Namespace beyond = network.host();
    private final List<ArpPacket> answers = new ArrayList<>();

    @BeforeEach
    void connect() {
        network.cable(asker, "l0", 1, host, "r0", 2);
        network.cable(host, "r1", 3, beyond, "b0", 4);
        address(host, "r0", "10.0.0.2", 24);
        address(host, "r1", "10.0.0.3", 32);
        address(host, "r1", "10.9.0.1", 16);
        address(host, "lo", "10.0.0.4", 32);
        asker.sockets().tap(Optional.of(device(asker, "l0")), (device, type, frame, time) -> {
            if (frame.payload() instanceof ArpPacket packet && frame.source().equals(HOST)) {
                answers.add(packet);
            }
        });
        network.clock().advance(SECOND);
        answers.clear();
    }

    record Row(String settings, String sender, String target, boolean answered) {}

    static Stream<Row> rows() {
        return Stream.of(
                new Row("", "10.0.0.1", "10.0.0.2", true),
                new Row("", "10.0.0.1", "10.0.0.3", true),
                new Row("", "10.0.0.1", "10.0.0.4", true),
                new Row("", "10.0.0.1", "10.0.0.5", false),
                new Row("", "192.168.7.7", "10.0.0.2", true),
                new Row("", "0.0.0.0", "10.0.0.2", true),
                new Row("", "0.0.0.0", "10.0.0.5", false),
                new Row("", "10.0.0.1", "224.0.0.1", false),
                new Row("", "10.0.0.1", "127.0.0.1", false),
                new Row("arp_ignore=1", "10.0.0.1", "10.0.0.2", true),
                new Row("arp_ignore=1", "10.0.0.1", "10.0.0.3", false),
                new Row("arp_ignore=1", "10.0.0.1", "10.0.0.4", false),
                new Row("arp_ignore=1", "192.168.7.7", "10.0.0.2", true),
                new Row("arp_ignore=2", "192.168.7.7", "10.0.0.2", false),
                new Row("arp_ignore=2", "10.0.0.1", "10.0.0.2", true),
                new Row("arp_ignore=3", "10.0.0.1", "10.0.0.3", true),
                new Row("arp_ignore=4", "10.0.0.1", "10.0.0.3", true),
                new Row("arp_ignore=8", "10.0.0.1", "10.0.0.2", false),
                new Row("arp_ignore=8", "0.0.0.0", "10.0.0.2", false),
                new Row("arp_filter=1", "10.0.0.1", "10.0.0.3", true),
                new Row("arp_filter=1", "10.9.0.7", "10.0.0.2", false),
                new Row("", "10.0.0.1", "10.9.0.7", false),
                new Row("proxy_arp=1", "10.0.0.1", "10.9.0.7", true),
                new Row("proxy_arp=1", "10.0.0.1", "10.0.0.7", false),
                new Row("proxy_arp=1 forwarding=0", "10.0.0.1", "10.9.0.7", false),
                new Row("proxy_arp_pvlan=1", "10.0.0.1", "10.0.0.7", true),
                new Row("proxy_arp_pvlan=1", "10.0.0.7", "10.0.0.7", false),
                new Row("proxy_arp=1 rp_filter=1", "10.9.0.8", "10.9.0.7", false));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void answers(Row row) {
        set("forwarding=1 proxy_arp=0 " + row.settings());

        ask(row.sender(), row.target());
        network.clock().advance(2 * SECOND);

        assertThat(answers.stream().anyMatch(packet -> packet.operation() == Operation.REPLY))
                .isEqualTo(row.answered());
    }

    private void set(String settings) {
        for (String setting : settings.split(" ")) {
            String[] parts = setting.split("=");
            if (parts.length == 2) {
                host.sysctls().write("net/ipv4/conf/r0/" + parts[0], parts[1]);
            }
        }
    }

    private void ask(String sender, String target) {
        hear(new ArpPacket(Operation.REQUEST, ASKER, ip(sender), MacAddress.ZERO, ip(target)), MacAddress.BROADCAST);
    }

    private void hear(ArpPacket packet, MacAddress destination) {
        device(asker, "l0").transmit(new EthernetFrame(destination, ASKER, packet));
        network.clock().advance(SECOND / 100);
    }

    private Optional<NudState> state(String address) {
        return host.neighbours().find(device(host, "r0"), ip(address)).map(Neighbour::state);
    }

    @Test
    void aProxyEntryIsAnsweredAfterARandomTime() {
        set("forwarding=1");
        host.neighbours().addProxy(new Proxy(ip("10.9.0.7"), Optional.of(device(host, "r0"))));

        ask("10.0.0.1", "10.9.0.7");

        assertThat(answers).isEmpty();
        network.clock().advance(SECOND);
        assertThat(answers).extracting(ArpPacket::senderMac).containsExactly(HOST);
    }

    @Test
    void whoAsksIsRememberedAndWhoIsSilentlyHeardIsNot() {
        ask("10.0.0.1", "10.0.0.2");
        ask("10.0.0.7", "10.0.0.9");

        assertThat(state("10.0.0.1")).contains(NudState.STALE);
        assertThat(state("10.0.0.7")).isEmpty();
    }

    @Test
    void unaskedNewsMakeAnEntryOnlyWithArpAccept() {
        ask("10.0.0.7", "10.0.0.7");
        assertThat(state("10.0.0.7")).isEmpty();

        set("arp_accept=1");
        ask("10.0.0.7", "10.0.0.7");
        assertThat(state("10.0.0.7")).contains(NudState.STALE);
    }

    @Test
    void anAnswerToUsProvesThatTheNeighbourIsThere() {
        ask("10.0.0.1", "10.0.0.2");
        network.clock().advance(2 * SECOND);

        hear(new ArpPacket(Operation.REPLY, ASKER, ip("10.0.0.1"), HOST, ip("10.0.0.2")), HOST);

        assertThat(state("10.0.0.1")).contains(NudState.REACHABLE);
    }

    @Test
    void forASecondTheFirstOfTwoAnswersCounts() {
        ask("10.0.0.1", "10.0.0.2");
        MacAddress impostor = mac(66);
        ArpPacket lie = new ArpPacket(Operation.REPLY, impostor, ip("10.0.0.1"), HOST, ip("10.0.0.2"));

        hear(lie, HOST);
        assertThat(known()).contains(ASKER);

        network.clock().advance(2 * SECOND);
        hear(lie, HOST);
        assertThat(known()).contains(impostor);
    }

    private Optional<MacAddress> known() {
        return host.neighbours().find(device(host, "r0"), ip("10.0.0.1")).flatMap(Neighbour::mac);
    }
}
