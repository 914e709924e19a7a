package org.vethlab.net.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.vethlab.net.TestNetwork.address;
import static org.vethlab.net.TestNetwork.device;
import static org.vethlab.net.TestNetwork.ip;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.TestNetwork;

/** Which routes the kernel takes (fib_create_info), on a host with 10.0.0.1/24 on a, b without address, c down. */
class RouteCheckTest {
    private static final Ipv4Prefix NET = Ipv4Prefix.of(ip("172.16.0.0"), 16);

    /**
     * @param refusal Linux's error number, and its extended text or nothing
     * @param scope of the next hop, if the route is taken
     */
    private record Row(String name, How how, Optional<Errno> refusal, String text, Scope scope) {
        private static Row taken(String name, Scope scope, How how) {
            return new Row(name, how, Optional.empty(), "", scope);
        }

        private static Row refused(String name, Errno errno, String text, How how) {
            return new Row(name, how, Optional.of(errno), text, Scope.NOWHERE);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private interface How {
        Route on(Namespace host);
    }

    private static Stream<Row> rows() {
        return Stream.of(
                Row.taken("straight out of a device", Scope.HOST, host -> over(host, "a")),
                Row.taken("via a neighbour", Scope.LINK, host -> via("10.0.0.9")),
                Row.taken("via an own address acts as on-link", Scope.HOST, host -> via("10.0.0.1")),
                Row.taken("onlink needs no subnet", Scope.LINK, host -> onLink(host, "192.0.2.1", "a")),
                Row.refused(
                        "out of a device that is down",
                        Errno.ENETDOWN,
                        "Device for nexthop is not up",
                        host -> over(host, "c")),
                Row.refused("without a device", Errno.ENODEV, "", host -> with(List.of(), Scope.LINK)),
                Row.refused(
                        "via an address that no route covers",
                        Errno.ENETUNREACH,
                        "Nexthop has invalid gateway",
                        host -> via("192.0.2.1")),
                Row.refused(
                        "via a gateway behind a gateway",
                        Errno.ENETUNREACH,
                        "Nexthop has invalid gateway",
                        host -> via("10.99.0.1")),
                Row.refused(
                        "via a broadcast address",
                        Errno.EINVAL,
                        "Nexthop has invalid gateway",
                        host -> via("10.0.0.255")),
                Row.refused(
                        "via a neighbour on another device",
                        Errno.ENETUNREACH,
                        "Nexthop has invalid gateway",
                        host -> with(List.of(NextHop.via(ip("10.0.0.9"), device(host, "b"))), Scope.GLOBAL)),
                Row.refused(
                        "onlink without a device",
                        Errno.ENODEV,
                        "Nexthop device required for onlink",
                        host -> with(
                                List.of(new NextHop(Optional.empty(), Optional.of(ip("10.0.0.9")), 1, true)),
                                Scope.GLOBAL)),
                Row.refused(
                        "onlink without a gateway",
                        Errno.EINVAL,
                        "Invalid flags for nexthop - PERVASIVE and ONLINK can not be set",
                        host -> with(
                                List.of(new NextHop(Optional.of(device(host, "a")), Optional.empty(), 1, true)),
                                Scope.LINK)),
                Row.refused(
                        "onlink to an own address",
                        Errno.EINVAL,
                        "Nexthop has invalid gateway",
                        host -> onLink(host, "10.0.0.1", "a")),
                Row.refused(
                        "with a foreign source",
                        Errno.EINVAL,
                        "Invalid prefsrc address",
                        host -> from(over(host, "a"), "10.7.7.7")),
                Row.taken("with an own source", Scope.HOST, host -> from(over(host, "b"), "10.0.0.1")),
                Row.refused(
                        "scope nowhere",
                        Errno.EINVAL,
                        "Invalid scope",
                        host -> with(List.of(NextHop.over(device(host, "a"))), Scope.NOWHERE)),
                Row.refused(
                        "a gateway at scope host",
                        Errno.EINVAL,
                        "Route with host scope can not have a gateway",
                        host -> with(List.of(NextHop.via(ip("10.0.0.9"))), Scope.HOST)),
                Row.refused(
                        "two ways at scope host",
                        Errno.EINVAL,
                        "Route with host scope can not have multiple nexthops",
                        host -> with(
                                List.of(NextHop.over(device(host, "a")), NextHop.over(device(host, "b"))), Scope.HOST)),
                Row.refused(
                        "a blackhole with a device",
                        Errno.EINVAL,
                        "Gateway, device and multipath can not be specified for this route type",
                        host -> typed(over(host, "a"), RouteType.BLACKHOLE)),
                Row.refused(
                        "a local route at scope link",
                        Errno.EINVAL,
                        "Invalid scope",
                        host -> typed(over(host, "a"), RouteType.LOCAL)),
                Row.refused("nat", Errno.EINVAL, "Invalid scope", host -> typed(over(host, "a"), RouteType.NAT)));
    }

    private static Route over(Namespace host, String name) {
        return Route.to(NET, NextHop.over(device(host, name)));
    }

    private static Route via(String gateway) {
        return Route.to(NET, NextHop.via(ip(gateway)));
    }

    private static Route onLink(Namespace host, String gateway, String name) {
        return Route.to(NET, new NextHop(Optional.of(device(host, name)), Optional.of(ip(gateway)), 1, true));
    }

    private static Route with(List<NextHop> hops, Scope scope) {
        return new Route(
                RouteType.UNICAST,
                NET,
                Routing.TABLE_MAIN,
                0,
                0,
                RouteProtocol.BOOT,
                scope,
                Optional.empty(),
                hops,
                RouteMetrics.NONE);
    }

    private static Route from(Route route, String source) {
        return new Route(
                route.type(),
                NET,
                Routing.TABLE_MAIN,
                0,
                0,
                RouteProtocol.BOOT,
                route.scope(),
                Optional.of(ip(source)),
                route.nextHops(),
                RouteMetrics.NONE);
    }

    private static Route typed(Route route, RouteType type) {
        return new Route(
                type,
                NET,
                Routing.TABLE_MAIN,
                0,
                0,
                RouteProtocol.BOOT,
                route.scope(),
                Optional.empty(),
                route.nextHops(),
                RouteMetrics.NONE);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void takesOrRefuses(Row row) {
        TestNetwork network = new TestNetwork();
        Namespace host = network.host();
        Namespace far = network.host();
        network.cable(host, "a", 1, far, "x", 2);
        network.cable(host, "b", 3, far, "y", 4);
        network.cable(host, "c", 5, far, "z", 6);
        host.links().setDown(device(host, "c"));
        address(host, "a", "10.0.0.1", 24);
        Routing routing = host.ipv4().routing();
        routing.add(Routing.Mode.ADD, Route.to(Ipv4Prefix.of(ip("10.99.0.0"), 16), NextHop.via(ip("10.0.0.8"))));

        NetException refused = catchThrowableOfType(
                NetException.class,
                () -> routing.add(Routing.Mode.ADD, row.how().on(host)));

        if (row.refusal().isEmpty()) {
            assertThat(refused).isNull();
            Route made = routing.routes(Routing.TABLE_MAIN).orElseThrow().stream()
                    .filter(route -> route.destination().equals(NET))
                    .findFirst()
                    .orElseThrow();
            assertThat(made.nextHops().get(0).scope()).isEqualTo(row.scope());
            return;
        }
        assertThat(refused.errno()).isEqualTo(row.refusal().get());
        assertThat(refused.extendedAck().orElse("")).isEqualTo(row.text());
    }
}
