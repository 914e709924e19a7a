package org.vethlab.net.route;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;

/** Makes a {@link RouteResult} of what the tables found and what was learnt of the destination (rt_set_nexthop). */
final class ResultBuilder {
    private static final long SECOND = 1_000_000_000L;

    private final Namespace namespace;

    ResultBuilder(Namespace namespace) {
        this.namespace = namespace;
    }

    /** What a routing decision is about, besides the route. */
    record Decision(
            RouteType type,
            Device device,
            Ipv4Address destination,
            Optional<Ipv4Address> source,
            boolean local,
            boolean doRedirect) {}

    /** @param found the route that decided; without one, or for lo, there is no gateway */
    RouteResult build(Decision decision, Optional<FibResult> found) {
        return build(decision, found, found);
    }

    /** @param looked what the lookup came to, though its route may not count: its table is told all the same */
    RouteResult build(Decision decision, Optional<FibResult> found, Optional<FibResult> looked) {
        Optional<NextHopExceptions.Learnt> learnt =
                found.flatMap(result -> result.found().exceptions(result.hop()).find(decision.destination(), now()));
        Optional<Ipv4Address> redirect = learnt.flatMap(NextHopExceptions.Learnt::gateway);
        return new RouteResult(
                Optional.empty(),
                Optional.empty(),
                decision.type(),
                Optional.of(decision.device()),
                redirect.isPresent()
                        ? redirect
                        : found.flatMap(result -> result.nextHop().usedGateway()),
                decision.source(),
                found.map(FibResult::route),
                looked.map(FibResult::table).orElse(0),
                decision.local(),
                redirect.isPresent(),
                decision.doRedirect(),
                learnt.map(NextHopExceptions.Learnt::pathMtu)
                        .filter(mtu -> mtu > 0)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()),
                learnt.map(NextHopExceptions.Learnt::mtuLocked).orElse(false),
                learnt.map(its -> OptionalLong.of((its.expires() - now()) / SECOND))
                        .orElse(OptionalLong.empty()),
                found.flatMap(result -> Optional.ofNullable(result.rule())));
    }

    private long now() {
        return namespace.world().clock().now();
    }
}
