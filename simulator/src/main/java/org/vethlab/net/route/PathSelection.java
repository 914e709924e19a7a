package org.vethlab.net.route;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.ipv4.SourceAddresses;
import org.vethlab.net.sysctl.Setting;

/** Which of a multipath route's next hops takes a flow (fib_select_path, fib_select_multipath). */
final class PathSelection {
    private final Setting hashPolicy;
    private final Setting useNeighbours;
    private final FibLookup lookup;
    private final SourceAddresses sources;
    private final DefaultRoutes defaults;

    PathSelection(Namespace namespace, FibLookup lookup, SourceAddresses sources, DefaultRoutes defaults) {
        this.useNeighbours = namespace.sysctls().setting("net/ipv4/fib_multipath_use_neigh");
        this.hashPolicy = namespace.sysctls().setting("net/ipv4/fib_multipath_hash_policy");
        this.lookup = lookup;
        this.sources = sources;
        this.defaults = defaults;
    }

    FibResult select(FibResult found, FlowKey flow) {
        if (found.found().hops() > 1) {
            return multipath(found, flow);
        }
        // A received packet keeps the first default route: only packets made here may choose another.
        boolean output = flow.input().isEmpty();
        return output && found.prefixLength() == 0 && found.type() == RouteType.UNICAST
                ? defaults.select(found, flow)
                : found;
    }

    /** fib_result_prefsrc: the route's own, else the device's that fits the gateway. */
    Optional<Ipv4Address> source(FibResult found) {
        Route route = found.route();
        return route.preferredSource().isPresent() ? route.preferredSource() : source(route, found.nextHop());
    }

    private Optional<Ipv4Address> source(Route route, NextHop hop) {
        Ipv4Address gateway = hop.gateway().orElse(null) instanceof Ipv4Address address ? address : Ipv4Address.ANY;
        return hop.device().flatMap(device -> sources.select(device, gateway, route.scope()));
    }

    /** A share of the hash's range for each usable next hop, as large as its weight (fib_rebalance). */
    private FibResult multipath(FibResult found, FlowKey flow) {
        FibEntry entry = found.found();
        long total = 0;
        for (int i = 0; i < entry.hops(); i++) {
            total += usableWeight(entry, entry.hop(i));
        }
        long point = total == 0 ? 0 : Integer.toUnsignedLong(hash(flow)) % total;
        FibResult chosen = found;
        boolean fallback = false;
        for (int i = 0; i < entry.hops(); i++) {
            int weight = usableWeight(entry, entry.hop(i));
            if (weight == 0) {
                continue;
            }
            boolean fits = fitsSource(entry, i, flow);
            if (!fallback) {
                chosen = found.withHop(i);
                fallback = fits;
            }
            point -= weight;
            if (point < 0 && fits) {
                return found.withHop(i);
            }
            if (point < 0 && fallback) {
                return chosen;
            }
        }
        return chosen;
    }

    /** A sender that has chosen its source address goes by the next hop of that address, if there is one. */
    private boolean fitsSource(FibEntry entry, int hop, FlowKey flow) {
        return flow.input().isPresent()
                || flow.source().isEmpty()
                || entry.route().nextHopId() != 0
                || source(entry.route(), entry.hop(hop)).equals(flow.source());
    }

    private int usableWeight(FibEntry entry, NextHop hop) {
        boolean lame = hop.dead()
                || hop.linkDown() && lookup.ignoresLinkDown(hop)
                || looksAtNeighbours(entry.route()) && !defaults.mayAnswer(hop);
        return lame ? 0 : hop.weight();
    }

    /** Groups of next hops always do, multipath routes with net.ipv4.fib_multipath_use_neigh. */
    private boolean looksAtNeighbours(Route route) {
        return route.nextHopId() != 0 || useNeighbours.value() != 0;
    }

    /** net.ipv4.fib_multipath_hash_policy: 0 by addresses, 1 by addresses, protocol and ports. */
    private int hash(FlowKey flow) {
        int hash = mix(0x9e3779b9, flow.source().orElse(Ipv4Address.ANY).bits());
        hash = mix(hash, flow.destination().bits());
        if (hashPolicy.value() == 1) {
            hash = mix(hash, flow.protocol());
            hash = mix(hash, flow.sourcePort() << 16 | flow.destinationPort());
        }
        return hash >>> 1;
    }

    /** The finalizer of MurmurHash3: every bit of the input moves half of the output's. */
    private static int mix(int hash, int value) {
        int mixed = hash ^ value * 0xcc9e2d51;
        mixed = (mixed ^ mixed >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }
}
