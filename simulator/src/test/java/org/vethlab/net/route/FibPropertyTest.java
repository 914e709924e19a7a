package org.vethlab.net.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.TestNetwork;
import org.vethlab.net.link.Device;

/** Whatever is added and deleted: a lookup finds what a search through all routes, one by one, finds. */
class FibPropertyTest {
    private static final int COMMANDS = 300;
    private static final int QUESTIONS = 400;
    private static final List<Routing.Mode> MODES = List.of(
            Routing.Mode.ADD, Routing.Mode.APPEND, Routing.Mode.PREPEND, Routing.Mode.REPLACE, Routing.Mode.CHANGE);

    private static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    /** The table as a list in the order in which a lookup would try it; insertion is a walk through the list. */
    private static final class Model {
        final List<Route> routes = new ArrayList<>();

        private static final Comparator<Route> ORDER = Comparator.comparing(
                        (Route route) -> route.destination().length(), Comparator.reverseOrder())
                .thenComparing(Route::tos, Comparator.reverseOrder())
                .thenComparingLong(Route::metric);

        private static boolean equal(Route one, Route other) {
            return one.destination().equals(other.destination()) && ORDER.compare(one, other) == 0;
        }

        /** @return whether the kernel would do it */
        boolean insert(Routing.Mode mode, Route route) {
            List<Route> equals =
                    routes.stream().filter(other -> equal(other, route)).toList();
            boolean there = equals.stream().anyMatch(route::sameAs);
            if (equals.isEmpty()) {
                return mode != Routing.Mode.CHANGE && put(route, false);
            }
            return switch (mode) {
                case ADD, TEST -> false;
                case APPEND -> !there && put(route, true);
                case PREPEND -> !there && put(route, false);
                case REPLACE, CHANGE -> replaceFirst(equals, route, there);
            };
        }

        private boolean put(Route route, boolean behind) {
            int index = 0;
            while (index < routes.size()) {
                int order = ORDER.compare(routes.get(index), route);
                if (order > 0 || order == 0 && !behind) {
                    break;
                }
                index++;
            }
            routes.add(index, route);
            return true;
        }

        private boolean replaceFirst(List<Route> equals, Route route, boolean there) {
            if (there) {
                return equals.get(0).sameAs(route);
            }
            routes.set(routes.indexOf(equals.get(0)), route);
            return true;
        }

        Optional<Route> find(Ipv4Address address, int tos) {
            return routes.stream()
                    .filter(route -> route.destination().contains(address))
                    .filter(route -> route.tos() == 0 || route.tos() == tos)
                    .findFirst();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void lookupFindsWhatASearchOneByOneFinds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TestNetwork network = new TestNetwork();
        Namespace host = network.host();
        Namespace far = network.host();
        network.cable(host, "a", 1, far, "x", 2);
        network.cable(host, "b", 3, far, "y", 4);
        Routing routing = host.ipv4().routing();
        // With rules local comes first, so that main alone is left to compare.
        routing.addRule(Rule.lookup(5, Routing.TABLE_MAIN), OptionalLong.of(5));
        Model model = new Model();
        for (int i = 0; i < COMMANDS; i++) {
            command(random, host, model);
        }
        assertThat(routing.routes(Routing.TABLE_MAIN).orElseThrow())
                .as("all routes, whatever their order")
                .hasSameSizeAs(model.routes);
        for (int i = 0; i < QUESTIONS; i++) {
            Ipv4Address address = address(random);
            int tos = tos(random);
            RouteResult answer =
                    routing.lookup(new FlowKey(address, Optional.empty(), Optional.empty(), Optional.empty(), tos, 0));
            Optional<Route> expected = model.find(address, tos);
            assertThat(answer.error())
                    .as("error for %s tos %d", address, tos)
                    .isEqualTo(
                            expected.isEmpty()
                                    ? Optional.of(Errno.ENETUNREACH)
                                    : expected.get().type().error());
            if (answer.error().isEmpty()) {
                assertThat(answer.route().orElseThrow().sameAs(expected.orElseThrow()))
                        .as("%s tos %d: %s, expected %s", address, tos, answer.route(), expected)
                        .isTrue();
            }
        }
    }

    private static void command(SplittableRandom random, Namespace host, Model model) {
        Routing routing = host.ipv4().routing();
        if (random.nextInt(4) == 0 && !model.routes.isEmpty()) {
            Route doomed = model.routes.get(random.nextInt(model.routes.size()));
            routing.delete(RouteMatch.of(doomed));
            // What is said fits the first of the routes that are the same in all that was said.
            Route first = model.routes.stream()
                    .filter(route -> route.destination().equals(doomed.destination())
                            && route.tos() == doomed.tos()
                            && RouteMatch.of(doomed).matches(route))
                    .findFirst()
                    .orElseThrow();
            model.routes.remove(first);
            return;
        }
        Route route = route(random, host);
        Routing.Mode mode = MODES.get(random.nextInt(MODES.size()));
        boolean done = model.insert(mode, route);
        try {
            routing.add(mode, route);
            assertThat(done).as("%s %s succeeds", mode, route).isTrue();
        } catch (NetException refused) {
            assertThat(done)
                    .as("%s %s fails with %s", mode, route, refused.errno())
                    .isFalse();
        }
    }

    private static Route route(SplittableRandom random, Namespace host) {
        Device device = TestNetwork.device(host, random.nextBoolean() ? "a" : "b");
        RouteType type = random.nextInt(6) == 0 ? RouteType.UNREACHABLE : RouteType.UNICAST;
        boolean unicast = type == RouteType.UNICAST;
        NextHop hop = new NextHop(Optional.of(device), Optional.empty(), 1, false, 0, Scope.HOST, false, false);
        return new Route(
                type,
                Ipv4Prefix.of(address(random), random.nextInt(33)),
                Routing.TABLE_MAIN,
                tos(random),
                random.nextInt(3),
                RouteProtocol.STATIC,
                unicast ? Scope.LINK : Scope.GLOBAL,
                Optional.empty(),
                unicast ? List.of(hop) : List.of(),
                RouteMetrics.NONE);
    }

    /** Few addresses, so that prefixes meet: 10.0.0.0/29 and 10.128.0.0/29 with bits all along. */
    private static Ipv4Address address(SplittableRandom random) {
        int bits = 0x0a000000 | random.nextInt(2) << 23 | random.nextInt(2) << 15 | random.nextInt(8);
        return new Ipv4Address(bits);
    }

    private static int tos(SplittableRandom random) {
        return random.nextInt(4) == 0 ? 0x10 : 0;
    }
}
