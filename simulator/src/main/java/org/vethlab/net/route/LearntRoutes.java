package org.vethlab.net.route;

import java.util.function.Function;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.sysctl.Setting;

/** What ICMP teaches about single destinations (__ip_rt_update_pmtu, __ip_do_redirect of net/ipv4/route.c). */
final class LearntRoutes {
    private static final long SECOND = 1_000_000_000L;

    /** net.ipv4.route.gc_timeout: a redirect is believed for so long. */
    private static final long REDIRECT_LIFETIME = 300 * SECOND;

    private final Namespace namespace;
    private final Fib fib;
    private final FibLookup lookup;
    private final Function<FlowKey, RouteResult> output;
    private final PathSelection paths;
    private final Setting minimumMtu;
    private final Setting mtuLifetime;

    LearntRoutes(
            Namespace namespace,
            Fib fib,
            FibLookup lookup,
            PathSelection paths,
            Function<FlowKey, RouteResult> output) {
        this.namespace = namespace;
        this.fib = fib;
        this.lookup = lookup;
        this.paths = paths;
        this.output = output;
        this.minimumMtu = namespace.sysctls().setting("net/ipv4/route/min_pmtu");
        this.mtuLifetime = namespace.sysctls().setting("net/ipv4/route/mtu_expires");
    }

    /** Never a longer one than known; below min_pmtu, that is taken, and locked. */
    void learnPathMtu(FlowKey flow, int mtu) {
        RouteResult route = output.apply(flow);
        if (route.isError() || route.isMtuLocked() || route.mtu() < mtu) {
            return;
        }
        boolean locked = mtu < minimumMtu.value();
        int believed = locked ? Math.min(route.mtu(), minimumMtu.value()) : mtu;
        learn(
                flow,
                (exceptions, now) -> exceptions.learnPathMtu(
                        flow.destination(), believed, locked, now + mtuLifetime.value() * SECOND));
    }

    void learnRedirect(FlowKey flow, Ipv4Address gateway) {
        learn(flow, (exceptions, now) -> exceptions.learnGateway(flow.destination(), gateway, now + REDIRECT_LIFETIME));
    }

    private interface Lesson {
        void teach(NextHopExceptions exceptions, long now);
    }

    private void learn(FlowKey flow, Lesson lesson) {
        FibResult found = lookup.lookup(flow);
        if (found.isFound()) {
            FibResult path = flow.output().isPresent() ? found : paths.select(found, flow);
            lesson.teach(
                    path.found().exceptions(path.hop()),
                    namespace.world().clock().now());
        }
    }

    /** Whether some route leads by that gateway (ip_fib_check_default: not only default routes, in spite of its name). */
    boolean isGateway(Ipv4Address address, Device device) {
        return fib.all().stream()
                .flatMap(table -> table.entries().stream())
                .flatMap(entry -> entry.route().nextHops().stream())
                .anyMatch(hop -> hop.device().filter(device::equals).isPresent()
                        && hop.gateway().filter(address::equals).isPresent());
    }
}
