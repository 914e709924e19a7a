package org.vethlab.program.ip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.Route;
import org.vethlab.net.route.RouteMetric;
import org.vethlab.net.route.RouteMetrics;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Scope;

/**
 * A route as the kernel tells it (RTM_NEWROUTE): one of a table, or the answer to {@code ip route get}.
 *
 * @param cloned RTM_F_CLONED: an answer, not a table's route
 * @param destination empty for a default route
 * @param source of an answer: the address that was asked for
 * @param device of the only next hop
 * @param flags RTNH_F_*, as words
 * @param cacheFlags RTCF_*, as words
 * @param nextHops of a multipath route
 */
record RouteMessage(
        boolean cloned,
        RouteType type,
        Optional<IpAddress> destination,
        int destinationLength,
        Optional<IpAddress> source,
        int nextHopId,
        int tos,
        Optional<IpAddress> gateway,
        Optional<Device> device,
        int table,
        int protocol,
        Scope scope,
        Optional<IpAddress> preferredSource,
        OptionalLong metric,
        List<String> flags,
        int mark,
        int realms,
        OptionalInt user,
        List<String> cacheFlags,
        OptionalLong expires,
        RouteMetrics metrics,
        Optional<Device> input,
        Optional<String> preference,
        List<NextHop> nextHops) {
    /** A route of a table. */
    static RouteMessage of(Route route) {
        boolean multipath = route.nextHops().size() > 1;
        Optional<NextHop> only =
                multipath ? Optional.empty() : route.nextHops().stream().findFirst();
        boolean isDefault = route.destination().length() == 0;
        return new RouteMessage(
                false,
                route.type(),
                isDefault ? Optional.empty() : Optional.of(route.destination().network()),
                route.destination().length(),
                Optional.empty(),
                route.nextHopId(),
                route.tos(),
                only.flatMap(NextHop::gateway),
                only.flatMap(NextHop::device),
                route.table(),
                route.protocol(),
                route.scope(),
                route.preferredSource().map(address -> address),
                route.metric() == 0 ? OptionalLong.empty() : OptionalLong.of(route.metric()),
                only.map(RouteMessage::flags).orElse(route.linkDown() ? List.of("linkdown") : List.of()),
                0,
                only.map(NextHop::realm).orElse(0),
                OptionalInt.empty(),
                List.of(),
                OptionalLong.empty(),
                route.metrics(),
                Optional.empty(),
                Optional.empty(),
                multipath ? route.nextHops() : List.of());
    }

    /** What print_rt_flags says of a next hop, in its order. */
    static List<String> flags(NextHop hop) {
        return Stream.of(hop.dead() ? "dead" : "", hop.onLink() ? "onlink" : "", hop.linkDown() ? "linkdown" : "")
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The answer to {@code ip route get} (rt_fill_info). */
    static RouteMessage of(FlowKey asked, RouteResult result) {
        boolean received = asked.input().isPresent();
        boolean learntMtu = result.pathMtu().isPresent();
        RouteMetrics metrics = result.route().map(Route::metrics).orElse(RouteMetrics.NONE);
        return new RouteMessage(
                true,
                result.type(),
                Optional.of(asked.destination()),
                32,
                asked.source().filter(address -> !address.isUnspecified()).map(address -> address),
                0,
                result.route().map(Route::tos).orElse(0),
                result.gateway().map(address -> address),
                result.device(),
                result.table(),
                0,
                Scope.GLOBAL,
                received || asked.source().isPresent()
                        ? Optional.empty()
                        : result.source().map(address -> address),
                OptionalLong.empty(),
                // RTCF_MULTICAST is the same bit as RTM_F_OFFLOAD_FAILED, and iproute2 cannot tell them apart.
                result.type() == RouteType.MULTICAST ? List.of("rt_offload_failed") : List.of(),
                asked.mark(),
                realm(result),
                received ? OptionalInt.empty() : OptionalInt.of(asked.user()),
                cacheFlags(result),
                result.expires(),
                learntMtu ? metrics.with(RouteMetric.MTU, result.pathMtu().getAsInt(), result.mtuLocked()) : metrics,
                asked.input(),
                Optional.empty(),
                List.of());
    }

    /** That of the next hop that was chosen; packets to this host and to all get none. */
    private static int realm(RouteResult result) {
        return result.type() != RouteType.UNICAST
                ? 0
                : result.route().stream()
                        .flatMap(route -> route.nextHops().stream())
                        .filter(hop -> hop.device().equals(result.device()))
                        .filter(hop -> hop.gateway().equals(result.gateway().map(gateway -> gateway)))
                        .findFirst()
                        .map(NextHop::realm)
                        .orElse(0);
    }

    /** What was learnt of one destination: an answer to nobody, which names neither source nor user. */
    static RouteMessage cached(Ipv4Address destination, RouteResult result) {
        RouteMessage answer = of(FlowKey.to(destination), result);
        return new RouteMessage(
                true,
                answer.type,
                answer.destination,
                answer.destinationLength,
                Optional.empty(),
                answer.nextHopId,
                answer.tos,
                answer.gateway,
                answer.device,
                answer.table,
                answer.protocol,
                answer.scope,
                Optional.empty(),
                answer.metric,
                answer.flags,
                0,
                0,
                OptionalInt.empty(),
                answer.cacheFlags,
                answer.expires,
                answer.metrics,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** In the order of print_cache_flags. */
    private static List<String> cacheFlags(RouteResult result) {
        return Stream.of(
                        result.local() ? "local" : "",
                        result.type() == RouteType.MULTICAST ? "mc" : "",
                        result.type() == RouteType.BROADCAST ? "brd" : "",
                        result.redirected() ? "redirected" : "",
                        result.doRedirect() ? "redirect" : "")
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** IPv6 routes alone have a preference, and all of them do. */
    boolean isIpv6() {
        return preference.isPresent();
    }
}
