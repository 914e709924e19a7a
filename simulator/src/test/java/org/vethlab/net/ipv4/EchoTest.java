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
import org.vethlab.net.TestNetwork;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.socket.RawSocket;
import org.vethlab.net.socket.Received;
import org.vethlab.net.socket.SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.wire.IcmpMessage;

/** An echo from one host to another, by way of ARP. */
class EchoTest {
    private final TestNetwork network = new TestNetwork();
    private final Namespace left = network.host();
    private final Namespace right = network.host();
    private final List<Received> received = new ArrayList<>();
    private RawSocket socket = left.sockets().openRaw(IcmpMessage.PROTOCOL);

    @BeforeEach
    void connect() {
        network.cable(left, "l0", 1, right, "r0", 2);
        address(left, "l0", "10.0.0.1", 24);
        address(right, "r0", "10.0.0.2", 24);
        socket.onReceive(received::add);
    }

    private void ping(String destination, int size) {
        socket.send(new SendRequest(
                ip(destination),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                PathMtuDiscovery.WANT,
                false,
                0,
                IcmpMessage.echoRequest(7, 1, new byte[size])));
    }

    private static NudState state(Namespace host, String device, String address) {
        return host.neighbours()
                .find(device(host, device), ip(address))
                .map(Neighbour::state)
                .orElse(NudState.NONE);
    }

    @Test
    void theAskerKnowsItsNeighbourAndTheAnswererDoubtsIt() {
        ping("10.0.0.2", 56);
        network.clock().advance(SECOND);

        assertThat(received).hasSize(1);
        assertThat(received.get(0).packet().payload())
                .isEqualTo(IcmpMessage.echoRequest(7, 1, new byte[56]).echoReply());
        assertThat(state(left, "l0", "10.0.0.2")).isEqualTo(NudState.REACHABLE);
        assertThat(state(right, "r0", "10.0.0.1")).isEqualTo(NudState.DELAY);
    }

    @Test
    void aLongEchoGoesAndComesInPieces() {
        ping("10.0.0.2", 5000);
        network.clock().advance(SECOND);

        assertThat(received).extracting(r -> r.packet().payload().length()).containsExactly(5008);
    }

    @Test
    void aDeadNeighbourIsToldByOneselfThroughLoopback() {
        ping("10.0.0.9", 56);
        network.clock().advance(2 * SECOND);
        assertThat(state(left, "l0", "10.0.0.9")).isEqualTo(NudState.INCOMPLETE);
        network.clock().advance(2 * SECOND);

        assertThat(state(left, "l0", "10.0.0.9")).isEqualTo(NudState.FAILED);
        assertThat(received).hasSize(2);
        assertThat(received.get(1).error()).contains(Errno.EHOSTUNREACH);
        assertThat(received.get(1).packet().source()).isEqualTo(ip("10.0.0.1"));
    }

    @Test
    void withLoopbackDownNobodyHearsOfADeadNeighbour() {
        left.links().setDown(left.devices().loopback());
        ping("10.0.0.9", 56);
        network.clock().advance(5 * SECOND);

        assertThat(received).isEmpty();
    }
}
