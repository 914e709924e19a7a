package org.vethlab.net.route6;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.route.NextHop;
import org.vethlab.net.route.Routing;
import org.vethlab.net.route.Rule;
import org.vethlab.net.route.RuleList;
import org.vethlab.net.sysctl.Ipv6Conf;

/** Which route of which table fits a flow (fib6_rule_lookup, fib6_table_lookup, rt6_select of net/ipv6). */
final class Ipv6FibLookup {
    /** A route that must not be taken (RT6_NUD_FAIL_HARD, RT6_NUD_FAIL_PROBE). */
    private static final int UNFIT = -1;

    private static final int RIGHT_DEVICE = 2;

    private final Namespace namespace;
    private final Ipv6Fib fib;
    private final RuleList rules;

    Ipv6FibLookup(Namespace namespace, Ipv6Fib fib, RuleList rules) {
        this.namespace = namespace;
        this.fib = fib;
        this.rules = rules;
    }

    /** @param error what a reject route or a rule says; with neither entry nor error nobody has decided */
    record Found(Optional<Ipv6FibEntry> entry, Optional<Errno> error) {
        static final Found NOTHING = new Found(Optional.empty(), Optional.empty());

        static Found failed(Errno error) {
            return new Found(Optional.empty(), Optional.of(error));
        }

        /** A throw route leaves it to the next rule. */
        boolean isFinal() {
            return error.isPresent() ? error.get() != Errno.EAGAIN : entry.isPresent();
        }
    }

    /** Never EAGAIN: what no table decides is ENETUNREACH. */
    Found lookup(Ipv6FlowKey flow) {
        Found found = rules.isCustom() ? byRules(flow) : withoutRules(flow);
        return found.isFinal() ? found : Found.failed(Errno.ENETUNREACH);
    }

    private Found withoutRules(Ipv6FlowKey flow) {
        Found local = inTable(Routing.TABLE_LOCAL, flow);
        return local.isFinal() ? local : inTable(Routing.TABLE_MAIN, flow);
    }

    private Found byRules(Ipv6FlowKey flow) {
        Ipv6RuleSubject subject = new Ipv6RuleSubject(flow);
        String input = flow.input().map(Device::name).orElse("lo");
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (!rule.matches(subject, input) || rule.action() == Rule.Action.NOP) {
                continue;
            }
            if (rule.action() == Rule.Action.GOTO) {
                int target = rules.indexOfTarget(rule);
                i = target < 0 ? i : target - 1;
                continue;
            }
            Found found = act(rule, flow);
            if (found.isFinal() && !isSuppressed(rule, found)) {
                return found;
            }
        }
        return Found.NOTHING;
    }

    private Found act(Rule rule, Ipv6FlowKey flow) {
        return switch (rule.action()) {
            case TABLE -> inTable(rule.l3mdev() ? flow.domain().map(Vrf::table).orElse(0) : rule.table(), flow);
            case UNREACHABLE -> Found.failed(Errno.ENETUNREACH);
            case PROHIBIT -> Found.failed(Errno.EACCES);
            case BLACKHOLE, GOTO, NOP, ANYCAST, MULTICAST, THROW, NAT -> Found.failed(Errno.EINVAL);
        };
    }

    /** fib6_rule_suppress: the rule takes no route that is as short, or of a device in that group. */
    private static boolean isSuppressed(Rule rule, Found found) {
        if (found.entry().isEmpty() || found.error().isPresent()) {
            return false;
        }
        Ipv6Route route = found.entry().get().route();
        if (rule.suppressPrefixLength().isPresent()
                && route.destination().length() <= rule.suppressPrefixLength().getAsInt()) {
            return true;
        }
        return rule.suppressGroup().isPresent()
                && route.device().map(Device::group).orElse(-1)
                        == rule.suppressGroup().getAsInt();
    }

    Found inTable(int table, Ipv6FlowKey flow) {
        Optional<Ipv6FibEntry> found = fib.table(table).flatMap(made -> inTable(made, flow));
        return found.map(entry ->
                        new Found(Optional.of(entry), entry.route().type().error()))
                .orElse(Found.NOTHING);
    }

    /**
     * The longest prefix with a usable route. Surprising: a host (not a router) passes over gateways that do not answer
     * and takes a shorter prefix rather than one of them; only if nothing else is left they serve.
     */
    private Optional<Ipv6FibEntry> inTable(Ipv6FibTable table, Ipv6FlowKey flow) {
        List<List<Ipv6FibEntry>> nodes = table.covering(flow.destination());
        boolean host = namespace.sysctls().ipv6All(Ipv6Conf.FORWARDING) == 0;
        Optional<Ipv6FibEntry> found = host ? firstIn(nodes, flow, true) : Optional.empty();
        return found.isPresent() ? found : firstIn(nodes, flow, false);
    }

    private Optional<Ipv6FibEntry> firstIn(List<List<Ipv6FibEntry>> nodes, Ipv6FlowKey flow, boolean reachable) {
        for (List<Ipv6FibEntry> entries : nodes) {
            Optional<Ipv6FibEntry> found = select(entries, flow, reachable);
            if (found.isPresent()) {
                return found.map(entry -> share(entry, flow, reachable));
            }
        }
        return Optional.empty();
    }

    /** Of the smallest metric the best; if none of it is usable, the best of all others (find_rr_leaf). */
    private Optional<Ipv6FibEntry> select(List<Ipv6FibEntry> entries, Ipv6FlowKey flow, boolean reachable) {
        long metric = entries.get(0).route().metric();
        int end = 0;
        while (end < entries.size() && entries.get(end).route().metric() == metric) {
            end++;
        }
        Optional<Ipv6FibEntry> first = best(entries.subList(0, end), flow, reachable);
        return first.isPresent() ? first : best(entries.subList(end, entries.size()), flow, reachable);
    }

    private Optional<Ipv6FibEntry> best(List<Ipv6FibEntry> entries, Ipv6FlowKey flow, boolean reachable) {
        Optional<Ipv6FibEntry> best = Optional.empty();
        int most = UNFIT;
        long now = namespace.world().clock().now();
        for (Ipv6FibEntry entry : entries) {
            int score = entry.route().isExpired(now) ? UNFIT : score(entry, flow, reachable);
            if (score > most) {
                most = score;
                best = Optional.of(entry);
            }
        }
        return best;
    }

    /** rt6_score_route: the wanted device counts less than the router's preference. */
    private int score(Ipv6FibEntry entry, Ipv6FlowKey flow, boolean reachable) {
        if (entry.isDead() || entry.isLinkDown() && ignoresLinkDown(entry.route())) {
            return UNFIT;
        }
        Optional<Device> wanted = flow.preferred();
        boolean right = wanted.isEmpty() || entry.leavesBy(wanted.get());
        if (!right && flow.isStrict()) {
            return UNFIT;
        }
        if (reachable && hasFailed(entry.route())) {
            return UNFIT;
        }
        return (right ? RIGHT_DEVICE : 0) | entry.route().preference().rank() << 2;
    }

    private boolean hasFailed(Ipv6Route route) {
        return route.gateway()
                .flatMap(gateway ->
                        route.device().flatMap(device -> namespace.neighbours().find(device, gateway)))
                .map(Neighbour::state)
                .filter(state -> state == NudState.FAILED)
                .isPresent();
    }

    boolean ignoresLinkDown(Ipv6Route route) {
        return route.device()
                .filter(device -> namespace.sysctls().ipv6(device, Ipv6Conf.IGNORE_ROUTES_WITH_LINKDOWN) != 0)
                .isPresent();
    }

    /** Which of several next hops a flow takes: always the same one, by its addresses (fib6_select_path). */
    private Ipv6FibEntry share(Ipv6FibEntry first, Ipv6FlowKey flow, boolean reachable) {
        List<Ipv6FibEntry> usable = fib.siblings(first).stream()
                .filter(entry -> score(entry, flow, reachable) >= 0)
                .toList();
        int weights = usable.stream()
                .map(entry -> entry.route().hop())
                .mapToInt(NextHop::weight)
                .sum();
        if (usable.size() < 2) {
            return first;
        }
        int place = Math.floorMod(hash(flow), weights);
        for (Ipv6FibEntry entry : usable) {
            place -= entry.route().hop().weight();
            if (place < 0) {
                return entry;
            }
        }
        return first;
    }

    private static int hash(Ipv6FlowKey flow) {
        int hash = flow.destination().hashCode()
                + 31 * flow.source().map(Object::hashCode).orElse(0)
                + flow.protocol();
        hash *= 0x9e3779b1;
        return hash >>> 8;
    }
}
