package org.vethlab.net.ipv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vethlab.net.TestNetwork.SECOND;
import static org.vethlab.net.TestNetwork.address;
import static org.vethlab.net.TestNetwork.device;
import static org.vethlab.net.TestNetwork.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.TestNetwork;
import org.vethlab.net.filter.BaseHook;
import org.vethlab.net.filter.ChainType;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.Ruleset;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.socket.RawSocket;
import org.vethlab.net.socket.Received;
import org.vethlab.net.socket.SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.net.socket.UdpSocket;
import org.vethlab.trace.Fate;
import org.vethlab.trace.RouteDecision;
import org.vethlab.trace.Step;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.UdpDatagram;

/** A host, a router, another host: what is forwarded, what is refused, and in what words. */
class RouterTest {
    private final TestNetwork network = new TestNetwork();
    private final Namespace left = network.host();
    private final Namespace router = network.host();
    private final Namespace right = network.host();
    private final List<Received> received = new ArrayList<>();
    private final RawSocket socket = left.sockets().openRaw(IcmpMessage.PROTOCOL);

    @BeforeEach
    void connect() {
        network.cable(left, "l0", 1, router, "a0", 2);
        network.cable(router, "b0", 3, right, "r0", 4);
        address(left, "l0", "10.0.1.1", 24);
        address(router, "a0", "10.0.1.254", 24);
        address(router, "b0", "10.0.2.254", 24);
        address(right, "r0", "10.0.2.1", 24);
        network.defaultRoute(left, "l0", "10.0.1.254");
        network.defaultRoute(right, "r0", "10.0.2.254");
        router.sysctls().write("net/ipv4/ip_forward", "1");
        socket.onReceive(received::add);
    }

    private static SendRequest request(String destination, int ttl, PathMtuDiscovery discovery, int size) {
        return new SendRequest(
                ip(destination),
                Optional.empty(),
                Optional.empty(),
                ttl,
                0,
                discovery,
                false,
                0,
                IcmpMessage.echoRequest(1, 1, new byte[size]));
    }

    private List<String> ping(String destination, int ttl, PathMtuDiscovery discovery, int size) {
        received.clear();
        socket.send(request(destination, ttl, discovery, size));
        network.clock().advance(5 * SECOND);
        return received.stream()
                .filter(r -> r.error().isEmpty())
                .map(r -> r.packet().source() + " " + describe(r))
                .toList();
    }

    private List<String> ping(String destination) {
        return ping(destination, 64, PathMtuDiscovery.WANT, 56);
    }

    private static String describe(Received received) {
        return received.packet().payload() instanceof IcmpMessage icmp ? icmp.type() + "/" + icmp.code() : "";
    }

    @Test
    void forwards() {
        assertThat(ping("10.0.2.1")).containsExactly("10.0.2.1 0/0");
        assertThat(received.get(0).packet().ttl()).isEqualTo(63);
    }

    @Test
    void aHostThatIsNoRouterIsSilent() {
        router.sysctls().write("net/ipv4/ip_forward", "0");
        assertThat(ping("10.0.2.1")).isEmpty();
    }

    @Test
    void refusesInTheWordsOfIcmp() {
        assertThat(ping("10.0.2.1", 1, PathMtuDiscovery.WANT, 56)).containsExactly("10.0.1.254 11/0");
        assertThat(ping("10.0.2.77")).containsExactly("10.0.1.254 3/1");
        assertThat(ping("10.7.7.7")).containsExactly("10.0.1.254 3/0");
    }

    @Test
    void sixErrorsInARowThenOneASecond() {
        received.clear();
        for (int i = 0; i < 9; i++) {
            socket.send(request("10.0.2.1", 1, PathMtuDiscovery.WANT, 56));
        }
        network.clock().advance(SECOND / 2);
        assertThat(received.stream().filter(r -> r.error().isPresent())).hasSize(6);

        network.clock().advance(SECOND);
        assertThat(ping("10.0.2.1", 1, PathMtuDiscovery.WANT, 56)).hasSize(1);
    }

    /** A missing route takes two tokens of the same bucket. */
    @Test
    void onlyTwoMissingRoutesInARow() {
        for (int i = 0; i < 9; i++) {
            socket.send(request("10.7.7.7", 64, PathMtuDiscovery.WANT, 56));
        }
        network.clock().advance(SECOND / 2);
        assertThat(received.stream().filter(r -> r.error().isPresent())).hasSize(2);
    }

    @Test
    void aNarrowPathIsToldAndRemembered() {
        router.links().setMtu(device(router, "b0"), 1400);

        ping("10.0.2.1", 64, PathMtuDiscovery.DO, 1400);
        Received error =
                received.stream().filter(r -> r.error().isPresent()).findFirst().orElseThrow();
        assertThat(error.error()).contains(Errno.EMSGSIZE);
        assertThat(error.info()).isEqualTo(1400);
        assertThat(left.ipv4().routing().lookup(FlowKey.to(ip("10.0.2.1"))).mtu())
                .isEqualTo(1400);

        received.clear();
        assertThat(catchErrno(() -> socket.send(request("10.0.2.1", 64, PathMtuDiscovery.DO, 1400))))
                .isEqualTo(Errno.EMSGSIZE);
        assertThat(received).singleElement().matches(Received::local);
    }

    private static Errno catchErrno(Runnable action) {
        try {
            action.run();
        } catch (NetException e) {
            return e.errno();
        }
        throw new AssertionError("no error");
    }

    @Test
    void whatMayBeCutIsCutOnTheWay() {
        router.links().setMtu(device(router, "b0"), 576);
        right.links().setMtu(device(right, "r0"), 576);
        assertThat(ping("10.0.2.1", 64, PathMtuDiscovery.DONT, 1200)).containsExactly("10.0.2.1 0/0");
    }

    @Test
    void aDatagramToAClosedPortIsRefusedAndTheSenderHearsOfIt() {
        UdpSocket udp = left.sockets().openUdp();
        List<Received> errors = new ArrayList<>();
        udp.onReceive(errors::add);
        udp.bind(Optional.empty(), 4000);
        udp.send(new SendRequest(
                ip("10.0.2.1"),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                PathMtuDiscovery.WANT,
                false,
                0,
                new UdpDatagram(4000, 9, new byte[4])));
        network.clock().advance(SECOND);

        assertThat(errors).extracting(r -> r.error().orElseThrow()).containsExactly(Errno.ECONNREFUSED);
    }

    @Test
    void aDatagramReachesItsSocketAndTheAnswerComesBack() {
        UdpSocket server = right.sockets().openUdp();
        UdpSocket client = left.sockets().openUdp();
        List<Received> served = new ArrayList<>();
        server.onReceive(served::add);
        server.bind(Optional.empty(), 53);
        client.connect(datagram("10.0.2.1", 0, 53));
        client.send(datagram("10.0.2.1", client.port(), 53));
        network.clock().advance(SECOND);

        assertThat(client.localAddress()).isEqualTo(ip("10.0.1.1"));
        assertThat(served).singleElement().matches(r -> r.packet().source().equals(ip("10.0.1.1")));
    }

    private static SendRequest datagram(String destination, int from, int to) {
        return new SendRequest(
                ip(destination),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                PathMtuDiscovery.WANT,
                false,
                0,
                new UdpDatagram(from, to, new byte[3]));
    }

    @Test
    void aFilterStandsInTheWay() {
        Ruleset rules = router.netfilter().ruleset();
        BaseHook forward = new BaseHook(ChainType.FILTER, Hook.FORWARD, 0);
        rules.addChain(rules.addTable(Family.IP, "filter"), "FORWARD", Optional.of(forward))
                .setPolicy(Verdict.DROP);
        assertThat(ping("10.0.2.1")).isEmpty();
        assertThat(ping("10.0.2.254")).containsExactly("10.0.2.254 0/0");
    }

    @Test
    void theStepsOfAPacketAreTold() {
        List<Step> steps = new ArrayList<>();
        network.world().trace(Optional.of(steps::add));
        ping("10.0.2.1", 1, PathMtuDiscovery.WANT, 56);

        assertThat(steps)
                .anyMatch(step -> step.namespace() == router.inode()
                        && step.decision().fate().equals(Optional.of(Fate.TTL_EXCEEDED)));
        assertThat(steps)
                .anyMatch(step -> step.decision() instanceof RouteDecision.Routed routed
                        && routed.text().startsWith("10.0.2.1 matches ")
                        && routed.nextHop().equals(ip("10.0.1.254")));
    }
}
