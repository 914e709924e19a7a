package org.vethlab.net.route6;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceListener;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;
import org.vethlab.net.route.Routing.Mode;
import org.vethlab.net.route.Rule;
import org.vethlab.net.route.RuleList;
import org.vethlab.net.route.RuleMatch;

/** The IPv6 forwarding tables of a namespace, its rules, and the commands on them (RTM_*ROUTE, RTM_*RULE). */
public final class Ipv6Routing implements DeviceListener {
    private static final long SECOND = 1_000_000_000L;

    /** net.ipv6.route.mtu_expires. */
    private static final long MTU_EXPIRES = 600 * SECOND;

    /** net.ipv6.route.gc_interval. */
    private static final long COLLECTION_INTERVAL = 30 * SECOND;

    private final Namespace namespace;
    private final Ipv6Fib fib = new Ipv6Fib();
    private final RuleList rules = RuleList.ofIpv6();
    private final Ipv6FibLookup lookup;
    private final Ipv6RouteCheck check;
    private boolean collecting;

    public Ipv6Routing(Namespace namespace) {
        this.namespace = namespace;
        this.lookup = new Ipv6FibLookup(namespace, fib, rules);
        this.check = new Ipv6RouteCheck(namespace, lookup);
        namespace.devices().addListener(this);
    }

    /** Numbers of the tables that exist, in the order of a dump of all. */
    public List<Integer> tables() {
        return fib.all().stream().map(Ipv6FibTable::id).toList();
    }

    /** The routes of a table in dump order, those that share their traffic as one; empty if there is no such table. */
    public Optional<List<Ipv6Route>> routes(int table) {
        return fib.table(table).map(this::routes);
    }

    private List<Ipv6Route> routes(Ipv6FibTable table) {
        List<Ipv6Route> routes = new ArrayList<>();
        for (Ipv6FibEntry entry : table.all()) {
            List<Ipv6FibEntry> siblings = fib.siblings(entry);
            if (siblings.get(0) == entry) {
                routes.add(entry.route()
                        .withNextHops(siblings.stream().map(this::asShown).toList()));
            }
        }
        return routes;
    }

    /** What lookups pass over for want of carrier is told as dead too (fib_nexthop_info). */
    private NextHop asShown(Ipv6FibEntry entry) {
        boolean linkDown = entry.isLinkDown();
        boolean dead =
                entry.isDead() && fib.siblings(entry).size() > 1 || linkDown && lookup.ignoresLinkDown(entry.route());
        return entry.route().hop().withState(dead, linkDown);
    }

    /** What ICMP has taught, as {@code ip -6 route show cache} lists it. */
    public List<Cached> cache() {
        List<Cached> cached = new ArrayList<>();
        long now = namespace.world().clock().now();
        for (Ipv6FibTable table : fib.all()) {
            for (Ipv6FibEntry entry : table.all()) {
                entry.exceptions().keySet().stream()
                        .filter(destination -> entry.learnt(destination, now).isPresent())
                        .sorted()
                        .forEach(destination -> cached.add(new Cached(destination, result(entry, destination))));
            }
        }
        return cached;
    }

    /** A destination of which something was learnt. */
    public record Cached(Ipv6Address destination, Ipv6RouteResult way) {}

    /** @throws NetException EEXIST, ENOENT, ENODEV, ENETDOWN, EHOSTUNREACH, EINVAL */
    public void add(Mode mode, Ipv6Route route) {
        Ipv6Route placed = route.placed();
        List<Ipv6Route> checked = check.check(placed);
        Mode each = mode;
        for (Ipv6Route one : checked) {
            fib.obtain(one.table()).insert(each, one);
            each = Mode.APPEND;
        }
        if (placed.expires().isPresent()) {
            collectLater();
        }
    }

    /** Surprising: a route whose lifetime is over serves no more, but stays in the table until somebody sweeps. */
    private void collectLater() {
        if (!collecting) {
            collecting = true;
            namespace.world().clock().after(COLLECTION_INTERVAL, this::collect);
        }
    }

    /** fib6_run_gc. */
    private void collect() {
        collecting = false;
        long now = namespace.world().clock().now();
        remove(route -> route.isExpired(now));
        boolean more = fib.all().stream()
                .flatMap(table -> table.all().stream())
                .anyMatch(entry -> entry.route().expires().isPresent());
        if (more) {
            collectLater();
        }
    }

    /** As the kernel itself adds: what cannot be is let be. */
    public void addQuietly(Ipv6Route route) {
        try {
            add(Mode.APPEND, route);
        } catch (NetException refused) {
            // Down, switched off, or there already.
        }
    }

    /** An own address, whatever its device's state: it is answered for on other devices. */
    public void addLocal(Ipv6Route route) {
        try {
            fib.obtain(route.table()).insert(Mode.APPEND, route);
        } catch (NetException thereAlready) {
            // Two devices may hold one address, but each has it once.
        }
    }

    /** Deletes what fits: one next hop if a gateway is named, else the first route with all its next hops. */
    public void delete(Ipv6RouteMatch match) {
        if (!match.nextHops().isEmpty()) {
            match.nextHops().forEach(hop -> delete(match.of(hop)));
            return;
        }
        Ipv6FibTable table = fib.table(match.table() == 0 ? Routing.TABLE_MAIN : match.table())
                .orElseThrow(() -> new NetException(Errno.ESRCH, "FIB table does not exist"));
        Ipv6FibEntry first = table.at(match.destination()).stream()
                .filter(entry -> match.matches(entry.route()))
                .findFirst()
                .orElseThrow(() -> new NetException(match.isNullRoute() ? Errno.ENOENT : Errno.ESRCH));
        List<Ipv6FibEntry> doomed = match.gateway().isPresent() ? List.of(first) : fib.siblings(first);
        table.remove(doomed::contains);
    }

    /** Takes away what the kernel itself has made. */
    public void remove(Predicate<Ipv6Route> which) {
        fib.remove(entry -> which.test(entry.route()));
    }

    /** Changes a route where it stands: its lifetime, its metric stays. */
    public void change(Predicate<Ipv6Route> which, OptionalLong expires) {
        for (Ipv6FibTable table : fib.all()) {
            table.all().stream()
                    .filter(entry -> which.test(entry.route()))
                    .forEach(entry -> entry.change(entry.route().expiring(expires)));
        }
    }

    /**
     * An address is gone from a device: no route by this device may have it as its source any more. Surprising: routes
     * by others keep it (rt6_remove_prefsrc).
     */
    public void forgetSource(Ipv6Address address, Device device) {
        for (Ipv6FibTable table : fib.all()) {
            table.all().stream()
                    .filter(entry -> entry.route().preferredSource().equals(Optional.of(address)))
                    .filter(entry -> entry.route().device().equals(Optional.of(device)))
                    .forEach(entry -> entry.change(entry.route().withoutSource()));
        }
    }

    /** Which routing decision a packet would get. */
    public Ipv6RouteResult lookup(Ipv6FlowKey flow) {
        Ipv6FibLookup.Found found = lookup.lookup(flow);
        if (found.error().isPresent()) {
            return Ipv6RouteResult.failed(found.error().get(), found.entry().map(Ipv6FibEntry::route));
        }
        return result(found.entry().orElseThrow(), flow.destination());
    }

    private Ipv6RouteResult result(Ipv6FibEntry entry, Ipv6Address destination) {
        Ipv6Route route = entry.route();
        boolean local = route.type() == RouteType.LOCAL || route.type() == RouteType.ANYCAST;
        Optional<Device> device = local ? namespace.devices().byName("lo") : route.device();
        Optional<Ipv6FibEntry.Learnt> learnt =
                entry.learnt(destination, namespace.world().clock().now());
        Optional<Ipv6Address> redirect = learnt.flatMap(Ipv6FibEntry.Learnt::gateway);
        int mtu = learnt.map(Ipv6FibEntry.Learnt::pathMtu).orElse(0);
        long end = learnt.map(Ipv6FibEntry.Learnt::expires).orElse(Long.MAX_VALUE);
        return new Ipv6RouteResult(
                Optional.empty(),
                device,
                redirect.isPresent() ? redirect.filter(to -> !to.equals(destination)) : route.gateway(),
                Optional.of(route),
                mtu == 0 ? OptionalInt.empty() : OptionalInt.of(mtu),
                redirect.isPresent(),
                end == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(end));
    }

    /** An ICMPv6 message says how long a packet may be ("packet too big"); never below 1280 (__ip6_rt_update_pmtu). */
    public void learnPathMtu(Ipv6FlowKey flow, int mtu) {
        int bounded = Math.max(mtu, Ipv6RouteResult.MIN_MTU);
        lookup.lookup(flow).entry().filter(entry -> !entry.route().isReject()).ifPresent(entry -> {
            Ipv6RouteResult known = result(entry, flow.destination());
            if (!known.isLocal() && bounded < known.mtu()) {
                long expires = namespace.world().clock().now() + MTU_EXPIRES;
                Optional<Ipv6Address> gateway = known.redirected() ? known.gateway() : Optional.empty();
                entry.learn(flow.destination(), new Ipv6FibEntry.Learnt(gateway, bounded, expires));
            }
        });
    }

    /** A redirect, found to be believable, names a nearer next hop (rt6_do_redirect). */
    public void learnRedirect(Ipv6FlowKey flow, Ipv6Address target) {
        lookup.lookup(flow)
                .entry()
                .ifPresent(entry -> entry.learn(
                        flow.destination(), new Ipv6FibEntry.Learnt(Optional.of(target), 0, Long.MAX_VALUE)));
    }

    /** {@code ip -6 route flush cache}: forgets what ICMP has taught. */
    public void flushCache() {
        fib.all()
                .forEach(
                        table -> table.all().forEach(entry -> entry.exceptions().clear()));
    }

    /** Whether a prefix is reached over a device without a gateway. */
    public boolean isOnLink(Ipv6Address address, Device device) {
        Ipv6RouteResult way = lookup(Ipv6FlowKey.to(address, Optional.empty(), Optional.of(device)));
        return !way.isError() && way.gateway().isEmpty() && way.device().equals(Optional.of(device));
    }

    /** The routes of one prefix in a table. */
    public List<Ipv6Route> at(int table, Ipv6Prefix prefix) {
        return fib.table(table)
                .map(found -> found.at(prefix).stream().map(Ipv6FibEntry::route).toList())
                .orElse(List.of());
    }

    public List<Rule> rules() {
        return rules.all();
    }

    /** @param priority as said; without one the rule comes right behind the first. @throws NetException EEXIST */
    public void addRule(Rule rule, OptionalLong priority) {
        if (rule.action() == Rule.Action.TABLE && rule.table() == 0 && !rule.l3mdev()) {
            throw new NetException(Errno.EINVAL, "Invalid table");
        }
        rules.addAt(rule, priority);
        if (rule.action() == Rule.Action.TABLE) {
            fib.obtain(rule.table());
        }
    }

    /** @throws NetException ENOENT */
    public void deleteRule(RuleMatch match) {
        rules.delete(match);
    }

    /** Its routes go, static ones too; of several next hops only when the last one's device is down (fib6_ifdown). */
    @Override
    public void down(Device device) {
        for (Ipv6FibTable table : fib.all()) {
            List<Ipv6FibEntry> doomed = table.all().stream()
                    .filter(entry -> fib.siblings(entry).stream().anyMatch(one -> one.leavesBy(device)))
                    .filter(entry -> fib.siblings(entry).stream().allMatch(one -> one.leavesBy(device) || one.isDead()))
                    .toList();
            table.remove(doomed::contains);
        }
    }

    /** Nothing of it stays, of several next hops neither. */
    @Override
    public void unregistered(Device device) {
        for (Ipv6FibTable table : fib.all()) {
            List<Ipv6FibEntry> doomed = table.all().stream()
                    .filter(entry -> fib.siblings(entry).stream().anyMatch(one -> one.leavesBy(device)))
                    .toList();
            table.remove(doomed::contains);
        }
    }

    /** A route never goes by what was learnt once its device takes less (rt6_mtu_change). */
    @Override
    public void mtuChanged(Device device) {
        for (Ipv6FibTable table : fib.all()) {
            table.all().stream()
                    .filter(entry -> entry.leavesBy(device))
                    .forEach(entry -> entry.exceptions().values().removeIf(learnt -> learnt.pathMtu() >= device.mtu()));
        }
    }
}
