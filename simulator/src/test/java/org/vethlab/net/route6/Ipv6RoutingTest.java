package org.vethlab.net.route6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.TestNetwork;
import org.vethlab.net.ipv6.Ipv6AddressRequest;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.RouteMetrics;
import org.vethlab.net.route.RouteProtocol;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing.Mode;
import org.vethlab.net.route.Rule;

/** Which route a packet takes, and which routes there may be. */
class Ipv6RoutingTest {
    private final TestNetwork network = new TestNetwork();
    private final Namespace host = network.host();
    private Device near;

    @BeforeEach
    void connect() {
        network.cable(host, "e0", 1, network.host(), "e1", 2);
        near = TestNetwork.device(host, "e0");
        host.ipv6().addresses().add(Ipv6AddressRequest.of(near, address("fd00::1"), 64));
        network.clock().advance(3 * TestNetwork.SECOND);
    }

    private static Ipv6Address address(String text) {
        return Ipv6Address.parse(text);
    }

    private static Ipv6Prefix prefix(String text) {
        String[] parts = text.split("/");
        return Ipv6Prefix.of(address(parts[0]), Integer.parseInt(parts[1]));
    }

    private static Ipv6Route route(RouteType type, String destination, long metric, NextHop... hops) {
        return new Ipv6Route(
                type,
                prefix(destination),
                0,
                metric,
                RouteProtocol.BOOT,
                Optional.empty(),
                List.of(hops),
                RouteMetrics.NONE,
                Preference.MEDIUM,
                OptionalLong.empty(),
                false,
                0);
    }

    private static NextHop via(String gateway) {
        return new NextHop(Optional.empty(), Optional.of(address(gateway)), 1, false);
    }

    private void add(Mode mode, String destination, long metric, String gateway) {
        host.ipv6().routing().add(mode, route(RouteType.UNICAST, destination, metric, via(gateway)));
    }

    private Ipv6RouteResult lookup(String destination) {
        return host.ipv6().routing().lookup(Ipv6FlowKey.to(address(destination)));
    }

    @ParameterizedTest
    @CsvSource({
        "fd00::1,       LOCAL,   ''",
        "fd00::7,       UNICAST, ''",
        "fd01::1,       UNICAST, fd00::a",
        "fd01:0:0:5::1, UNICAST, fd00::b",
        "fd01:0:0:6::1, UNICAST, fd00::c",
        "2001:db8::1,   UNICAST, fd00::d",
        "ff02::1,       MULTICAST, ''"
    })
    void theLongestPrefixWinsThenTheSmallestMetric(String destination, RouteType type, String gateway) {
        add(Mode.ADD, "fd01::/16", 0, "fd00::a");
        add(Mode.ADD, "fd01:0:0:5::/64", 0, "fd00::b");
        add(Mode.ADD, "fd01:0:0:6::/64", 500, "fd00::9");
        add(Mode.ADD, "fd01:0:0:6::/64", 10, "fd00::c");
        add(Mode.ADD, "::/0", 0, "fd00::d");
        Ipv6RouteResult found = lookup(destination);
        assertThat(found.type()).isEqualTo(type);
        assertThat(found.gateway().map(Object::toString).orElse("")).isEqualTo(gateway);
    }

    @ParameterizedTest
    @CsvSource({"BLACKHOLE, EINVAL", "UNREACHABLE, EHOSTUNREACH", "PROHIBIT, EACCES", "THROW, ENETUNREACH"})
    void whatLeadsNowhereSaysWhy(RouteType type, Errno error) {
        host.ipv6().routing().add(Mode.ADD, route(type, "fd66::/16", 0));
        assertThat(lookup("fd66::1").error()).contains(error);
    }

    @ParameterizedTest
    @CsvSource({
        "ADD,     fd00::a, 1024, EEXIST",
        "ADD,     fd00::b, 1024, EEXIST",
        "APPEND,  fd00::a, 1024, EEXIST",
        "ADD,     fd00::1, 7,    EINVAL",
        "ADD,     ff02::1, 7,    EINVAL",
        "ADD,     fe80::1, 7,    EINVAL",
        "ADD,     fd99::1, 7,    EHOSTUNREACH"
    })
    void someRoutesAreRefused(Mode mode, String gateway, long metric, Errno error) {
        add(Mode.ADD, "fd01::/16", 1024, "fd00::a");
        assertThatThrownBy(() -> add(mode, "fd01::/16", metric, gateway))
                .isInstanceOfSatisfying(
                        NetException.class,
                        refused -> assertThat(refused.errno()).isEqualTo(error));
    }

    /** Appending another gateway makes one route with two next hops; deleting one hop leaves the other. */
    @Test
    void routesOfOneMetricShareTheirTraffic() {
        add(Mode.ADD, "fd01::/16", 0, "fd00::a");
        add(Mode.APPEND, "fd01::/16", 0, "fd00::b");
        assertThat(hops()).containsExactly("fd00::a", "fd00::b");
        host.ipv6()
                .routing()
                .delete(new Ipv6RouteMatch(
                        prefix("fd01::/16"), 0, 0, 0, Optional.empty(), Optional.of(address("fd00::a")), List.of()));
        assertThat(hops()).containsExactly("fd00::b");
    }

    private List<String> hops() {
        return host.ipv6().routing().routes(254).orElseThrow().stream()
                .filter(route -> route.destination().equals(prefix("fd01::/16")))
                .flatMap(route -> route.nextHops().stream())
                .map(hop -> hop.gateway().orElseThrow().toString())
                .toList();
    }

    @Test
    void replaceTakesTheFirstOfTheSameMetric() {
        add(Mode.ADD, "fd01::/16", 0, "fd00::a");
        add(Mode.REPLACE, "fd01::/16", 0, "fd00::b");
        add(Mode.REPLACE, "fd01::/16", 5, "fd00::c");
        assertThat(hops()).containsExactly("fd00::c", "fd00::b");
    }

    @Test
    void aDeviceThatIsDownTakesItsRoutesAlong() {
        add(Mode.ADD, "fd01::/16", 0, "fd00::a");
        host.links().setDown(near);
        assertThat(lookup("fd01::1").error()).contains(Errno.ENETUNREACH);
        host.links().setUp(near);
        assertThat(lookup("fd01::1").error()).contains(Errno.ENETUNREACH);
    }

    @Test
    void rulesComeBeforeTables() {
        Rule unreachable = new Rule.Builder()
                .action(Rule.Action.UNREACHABLE)
                .to(prefix("fd00::/64"))
                .build();
        host.ipv6().routing().addRule(unreachable, OptionalLong.of(10));
        assertThat(lookup("fd00::7").error()).contains(Errno.ENETUNREACH);
        assertThat(lookup("fd00::1").isLocal()).isTrue();
    }

    /** What is too big is remembered for ten minutes, and never below 1280. */
    @ParameterizedTest
    @CsvSource({"1400, 1400", "600, 1280", "1500, 1500", "9000, 1500"})
    void thePathMtuIsLearnt(int told, int believed) {
        add(Mode.ADD, "fd01::/16", 0, "fd00::a");
        host.ipv6().routing().learnPathMtu(Ipv6FlowKey.to(address("fd01::5")), told);
        assertThat(lookup("fd01::5").mtu()).isEqualTo(believed);
        assertThat(lookup("fd01::6").mtu()).isEqualTo(1500);
        network.clock().advance(600 * TestNetwork.SECOND);
        assertThat(lookup("fd01::5").mtu()).isEqualTo(1500);
    }
}
