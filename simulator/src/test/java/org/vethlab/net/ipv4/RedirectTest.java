package org.vethlab.net.ipv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vethlab.net.TestNetwork.SECOND;
import static org.vethlab.net.TestNetwork.address;
import static org.vethlab.net.TestNetwork.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vethlab.net.Namespace;
import org.vethlab.net.TestNetwork;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.socket.RawSocket;
import org.vethlab.net.socket.SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.wire.IcmpMessage;

/** Three hosts on a segment: one's default gateway sends what is for 10.5.0.0/16 on to the third. */
class RedirectTest {
    private final TestNetwork network = new TestNetwork();
    private final Namespace segment = network.segment();
    private final Namespace host = network.host();
    private final Namespace gateway = network.host();
    private final Namespace shortcut = network.host();
    private final List<IcmpMessage> redirects = new ArrayList<>();
    private final RawSocket socket = host.sockets().openRaw(IcmpMessage.PROTOCOL);

    @BeforeEach
    void connect() {
        network.plug(host, "h0", 1, segment);
        network.plug(gateway, "g0", 2, segment);
        network.plug(shortcut, "s0", 3, segment);
        address(host, "h0", "10.0.1.1", 24);
        address(gateway, "g0", "10.0.1.254", 24);
        address(shortcut, "s0", "10.0.1.200", 24);
        address(shortcut, "lo", "10.5.0.1", 32);
        network.defaultRoute(host, "h0", "10.0.1.254");
        network.route(gateway, "10.5.0.0", 16, "g0", "10.0.1.200");
        gateway.sysctls().write("net/ipv4/ip_forward", "1");
        socket.onReceive(received -> {
            if (received.packet().payload() instanceof IcmpMessage icmp && icmp.type() == IcmpMessage.REDIRECT) {
                redirects.add(icmp);
            }
        });
    }

    private void ping() {
        socket.send(new SendRequest(
                ip("10.5.0.1"),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                PathMtuDiscovery.WANT,
                false,
                0,
                IcmpMessage.echoRequest(1, 1, new byte[56])));
        network.clock().advance(SECOND);
    }

    private RouteResult way() {
        return host.ipv4().routing().lookup(FlowKey.to(ip("10.5.0.1")));
    }

    /** The new gateway is believed once its MAC address is known: with the second redirect. */
    @Test
    void theSecondRedirectChangesTheWay() {
        ping();
        assertThat(way().gateway()).contains(ip("10.0.1.254"));

        ping();
        assertThat(way().gateway()).contains(ip("10.0.1.200"));
        assertThat(way().redirected()).isTrue();
    }

    @Test
    void whoDoesNotAcceptRedirectsIsToldEverMoreSlowlyUpToNineTimes() {
        host.sysctls().write("net/ipv4/conf/all/accept_redirects", "0");
        host.sysctls().write("net/ipv4/conf/h0/accept_redirects", "0");
        for (int i = 0; i < 60; i++) {
            ping();
        }
        assertThat(way().redirected()).isFalse();
        assertThat(redirects).hasSize(9);
    }

    @Test
    void aRouterThatDoesNotSendRedirectsForwardsAllTheSame() {
        gateway.sysctls().write("net/ipv4/conf/all/send_redirects", "0");
        gateway.sysctls().write("net/ipv4/conf/g0/send_redirects", "0");
        ping();
        ping();
        assertThat(redirects).isEmpty();
    }
}
