package org.vethlab.program.ip;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.RouteMetric;
import org.vethlab.net.route.RouteMetrics;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Scope;
import org.vethlab.net.route6.Ipv6FlowKey;
import org.vethlab.net.route6.Ipv6Route;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.net.route6.Ipv6Routing;
import org.vethlab.net.route6.Preference;

/** IPv6 routes as the kernel tells them (rt6_fill_node). */
final class Ipv6RouteMessages {
    private static final long SECOND = 1_000_000_000L;

    private final long now;

    /** @param now clock time in nanoseconds, from which lifetimes are counted */
    Ipv6RouteMessages(long now) {
        this.now = now;
    }

    /** A route of a table. */
    RouteMessage of(Ipv6Route route) {
        boolean multipath = route.nextHops().size() > 1;
        Optional<NextHop> only =
                multipath ? Optional.empty() : route.nextHops().stream().findFirst();
        return message(
                false,
                route.type(),
                route.destination().length() == 0
                        ? Optional.empty()
                        : Optional.of(route.destination().network()),
                route.destination().length(),
                Optional.empty(),
                only.flatMap(NextHop::gateway),
                only.flatMap(NextHop::device),
                Optional.of(route),
                route.preferredSource().map(address -> address),
                only.map(RouteMessage::flags).orElse(List.of()),
                seconds(route.expires()),
                route.metrics(),
                Optional.empty(),
                multipath ? route.nextHops() : List.of());
    }

    /** What was learnt of one destination ({@code ip -6 route show cache}). */
    RouteMessage of(Ipv6Routing.Cached cached) {
        return answer(cached.destination(), Optional.empty(), Optional.empty(), cached.way(), Optional.empty());
    }

    /** The answer to {@code ip -6 route get}: a source that was not asked for reads {@code ::}. */
    RouteMessage of(Ipv6FlowKey asked, Ipv6RouteResult result, Optional<Ipv6Address> source) {
        Optional<IpAddress> from = Optional.of(asked.source().orElse(Ipv6Address.ANY));
        return answer(asked.destination(), from, source.map(address -> address), result, asked.input());
    }

    private RouteMessage answer(
            Ipv6Address destination,
            Optional<IpAddress> from,
            Optional<IpAddress> source,
            Ipv6RouteResult result,
            Optional<Device> input) {
        RouteMetrics metrics = result.route().map(Ipv6Route::metrics).orElse(RouteMetrics.NONE);
        boolean learnt = result.pathMtu().isPresent();
        return message(
                learnt || result.redirected(),
                result.type(),
                Optional.of(destination),
                128,
                from,
                result.gateway().map(address -> address),
                result.device(),
                result.route(),
                source,
                List.of(),
                seconds(result.expires()),
                learnt ? metrics.with(RouteMetric.MTU, result.pathMtu().getAsInt(), false) : metrics,
                input,
                List.of());
    }

    /** What is left of a lifetime in whole seconds; less than nothing once it is over. */
    private OptionalLong seconds(OptionalLong end) {
        return end.isEmpty() ? OptionalLong.empty() : OptionalLong.of((end.getAsLong() - now) / SECOND);
    }

    private static RouteMessage message(
            boolean cloned,
            RouteType type,
            Optional<IpAddress> destination,
            int length,
            Optional<IpAddress> from,
            Optional<IpAddress> gateway,
            Optional<Device> device,
            Optional<Ipv6Route> route,
            Optional<IpAddress> preferredSource,
            List<String> flags,
            OptionalLong expires,
            RouteMetrics metrics,
            Optional<Device> input,
            List<NextHop> nextHops) {
        return new RouteMessage(
                cloned,
                type,
                destination,
                length,
                from,
                route.map(Ipv6Route::nextHopId).orElse(0),
                0,
                gateway,
                device,
                route.map(Ipv6Route::table).orElse(0),
                route.map(Ipv6Route::protocol).orElse(0),
                Scope.GLOBAL,
                preferredSource,
                route.map(found -> OptionalLong.of(found.metric())).orElse(OptionalLong.empty()),
                flags,
                0,
                0,
                OptionalInt.empty(),
                List.of(),
                expires,
                metrics,
                input,
                Optional.of(route.map(Ipv6Route::preference)
                        .orElse(Preference.MEDIUM)
                        .text()),
                nextHops);
    }
}
