package org.vethlab.net.ipv6;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.TestNetwork;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.NeighbourFlag;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.neigh.Proxy;
import org.vethlab.net.socket.Ipv6RawSocket;
import org.vethlab.net.socket.Ipv6SendRequest;
import org.vethlab.wire.Icmpv6Message;

/** Two hosts on one cable: who finds whom, and what they make of it. */
class NeighbourDiscoveryTest {
    private static final Ipv6Address NEAR = Ipv6Address.parse("fd00::1");
    private static final Ipv6Address FAR = Ipv6Address.parse("fd00::2");
    private static final Ipv6Address NOBODY = Ipv6Address.parse("fd00::9");

    private final TestNetwork network = new TestNetwork();
    private final Namespace left = network.host();
    private final Namespace right = network.host();
    private final List<Integer> heard = new ArrayList<>();
    private Device near;
    private Device far;

    @BeforeEach
    void connect() {
        network.cable(left, "l", 1, right, "r", 2);
        near = TestNetwork.device(left, "l");
        far = TestNetwork.device(right, "r");
        left.ipv6().addresses().add(Ipv6AddressRequest.of(near, NEAR, 64));
        right.ipv6().addresses().add(Ipv6AddressRequest.of(far, FAR, 64));
        network.clock().advance(4 * TestNetwork.SECOND);
    }

    private void ping(Ipv6Address whom, int size) {
        Ipv6RawSocket socket = left.sockets().openRaw6(Icmpv6Message.PROTOCOL);
        socket.onReceive(received -> {
            boolean ours = received.packet().payload() instanceof Icmpv6Message message
                    && (message.type() == Icmpv6Message.ECHO_REPLY
                            || received.error().isPresent());
            if (ours && received.packet().payload() instanceof Icmpv6Message message) {
                heard.add(message.type() * 1000 + message.code());
            }
        });
        socket.send(Ipv6SendRequest.to(whom, Icmpv6Message.echoRequest(7, 1, new byte[size])));
    }

    private Optional<Neighbour> neighbour(Namespace host, Device device, Ipv6Address address) {
        return host.neighbours().find(device, address);
    }

    /** The asker is sure; the answerer has only heard a question, and asks back five seconds later. */
    @Test
    void oneIsReachableTheOtherIsProbed() {
        ping(FAR, 56);
        network.clock().advance(TestNetwork.SECOND);
        assertThat(heard).containsExactly(129_000);
        assertThat(neighbour(left, near, FAR).map(Neighbour::state)).contains(NudState.REACHABLE);
        assertThat(neighbour(right, far, NEAR).map(Neighbour::state)).contains(NudState.DELAY);
        network.clock().advance(6 * TestNetwork.SECOND);
        assertThat(neighbour(right, far, NEAR).map(Neighbour::state)).contains(NudState.REACHABLE);
    }

    @Test
    void whoDoesNotAnswerIsUnreachable() {
        ping(NOBODY, 56);
        network.clock().advance(4 * TestNetwork.SECOND);
        assertThat(heard).containsExactly(1_003);
        assertThat(neighbour(left, near, NOBODY).map(Neighbour::state)).contains(NudState.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true"})
    void aRouterSaysThatItIsOne(String forwarding, boolean router) {
        right.sysctls().write("net/ipv6/conf/all/forwarding", forwarding);
        ping(FAR, 56);
        network.clock().advance(TestNetwork.SECOND);
        assertThat(neighbour(left, near, FAR).orElseThrow().flags().contains(NeighbourFlag.ROUTER))
                .isEqualTo(router);
    }

    /** proxy_ndp alone answers for nobody: each address is named by hand. */
    @ParameterizedTest
    @CsvSource({"0, false, FAILED", "1, false, FAILED", "0, true, FAILED", "1, true, REACHABLE"})
    void addressesAreProxiedOneByOne(String proxyNdp, boolean named, NudState state) {
        right.sysctls().write("net/ipv6/conf/all/forwarding", "1");
        right.sysctls().write("net/ipv6/conf/all/proxy_ndp", proxyNdp);
        if (named) {
            right.neighbours().addProxy(new Proxy(NOBODY, Optional.of(far)));
        }
        ping(NOBODY, 56);
        network.clock().advance(4 * TestNetwork.SECOND);
        assertThat(neighbour(left, near, NOBODY).map(Neighbour::state)).contains(state);
    }

    @ParameterizedTest
    @CsvSource({"1452", "1453", "3000", "60000"})
    void longPacketsArriveInPieces(int size) {
        ping(FAR, size);
        network.clock().advance(TestNetwork.SECOND);
        assertThat(heard).containsExactly(129_000);
    }
}
