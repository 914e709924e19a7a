package org.vethlab.net.route;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.sysctl.Ipv4Conf;

/** Which route of which table fits a flow (fib_lookup, fib_table_lookup, fib_rules_lookup). */
final class FibLookup {
    private static final Map<Errno, FibResult> FAILURES = new EnumMap<>(Errno.class);

    static {
        for (RouteType type : RouteType.values()) {
            type.error().ifPresent(error -> FAILURES.put(error, FibResult.failed(error)));
        }
        FAILURES.put(Errno.ENETUNREACH, FibResult.failed(Errno.ENETUNREACH));
    }

    private final Namespace namespace;
    private final Fib fib;
    private final RuleList rules;

    FibLookup(Namespace namespace, Fib fib, RuleList rules) {
        this.namespace = namespace;
        this.fib = fib;
        this.rules = rules;
    }

    /** How a lookup differs from that of a plain packet. */
    record Mode(Scope scope, boolean ignoreLinkState) {
        static final Mode PLAIN = new Mode(Scope.GLOBAL, false);
    }

    static FibResult failure(Errno error) {
        FibResult shared = FAILURES.get(error);
        return shared == null ? FibResult.failed(error) : shared;
    }

    FibResult lookup(FlowKey flow) {
        return lookup(flow, Mode.PLAIN);
    }

    /** Never EAGAIN: what no table decides is ENETUNREACH. */
    FibResult lookup(FlowKey flow, Mode mode) {
        FibResult result = fib.hasCustomRules() ? byRules(flow, mode) : withoutRules(flow, mode);
        return result.error() == Errno.EAGAIN ? failure(Errno.ENETUNREACH) : result;
    }

    private FibResult withoutRules(FlowKey flow, Mode mode) {
        FibResult result = FibResult.NOTHING;
        FibTable main = fib.main();
        if (main != null) {
            result = inTable(main, flow, mode);
        }
        FibTable defaults = fib.defaults();
        return result.isFound() || defaults == null ? result : inTable(defaults, flow, mode);
    }

    private FibResult byRules(FlowKey flow, Mode mode) {
        String input = flow.input().map(Device::name).orElse("lo");
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (!rule.matches(flow, input) || rule.action() == Rule.Action.NOP) {
                continue;
            }
            if (rule.action() == Rule.Action.GOTO) {
                int target = rules.indexOfTarget(rule);
                i = target < 0 ? i : target - 1;
                continue;
            }
            FibResult result = act(rule, flow, mode);
            if (result.error() != Errno.EAGAIN && !isSuppressed(rule, result)) {
                return namespace.trace().isOn() ? result.withRule(rule) : result;
            }
        }
        return FibResult.NOTHING;
    }

    private FibResult act(Rule rule, FlowKey flow, Mode mode) {
        return switch (rule.action()) {
            case TABLE ->
                fib.table(tableOf(rule, flow))
                        .map(table -> inTable(table, flow, mode))
                        .orElse(FibResult.NOTHING);
            // Unlike a route of that type, which says EHOSTUNREACH.
            case UNREACHABLE -> failure(Errno.ENETUNREACH);
            case PROHIBIT -> failure(Errno.EACCES);
            case BLACKHOLE, GOTO, NOP, ANYCAST, MULTICAST, THROW, NAT -> failure(Errno.EINVAL);
        };
    }

    private static int tableOf(Rule rule, FlowKey flow) {
        return rule.l3mdev() ? flow.domain().map(Vrf::table).orElse(0) : rule.table();
    }

    /** fib4_rule_suppress: the rule takes no route that is as short, or of a device in that group. */
    private static boolean isSuppressed(Rule rule, FibResult result) {
        if (!result.isFound()) {
            return false;
        }
        if (rule.suppressPrefixLength().isPresent()
                && result.prefixLength() <= rule.suppressPrefixLength().getAsInt()) {
            return true;
        }
        return rule.suppressGroup().isPresent()
                && result.nextHop().device().map(Device::group).orElse(-1)
                        == rule.suppressGroup().getAsInt();
    }

    /** fib_table_lookup; EAGAIN when the table does not decide. */
    FibResult inTable(FibTable table, FlowKey flow, Mode mode) {
        FibTrie.Node node = table.trie().deepest(flow.destination().bits());
        while (node != null) {
            FibResult result = in(table, node, flow, mode);
            if (result != null) {
                return result;
            }
            node = node.shorter();
        }
        return FibResult.NOTHING;
    }

    private @Nullable FibResult in(FibTable table, FibTrie.Node node, FlowKey flow, Mode mode) {
        for (int i = 0; i < node.entries.size(); i++) {
            FibEntry entry = node.entries.get(i);
            Route route = entry.route();
            if (!flow.hasService(route.tos()) || route.scope().compareTo(mode.scope()) < 0) {
                continue;
            }
            if (route.type().error().isPresent()) {
                return failure(route.type().error().get());
            }
            int hop = entry.isDead() ? -1 : usableHop(route, flow, mode);
            if (hop >= 0) {
                return new FibResult(null, entry, hop, table.id(), null);
            }
        }
        return null;
    }

    private int usableHop(Route route, FlowKey flow, Mode mode) {
        for (int i = 0; i < route.nextHops().size(); i++) {
            if (isUsable(route.nextHops().get(i), flow, mode)) {
                return i;
            }
        }
        return -1;
    }

    /** fib_lookup_good_nhc. */
    private boolean isUsable(NextHop hop, FlowKey flow, Mode mode) {
        if (hop.dead()) {
            return false;
        }
        if (hop.linkDown() && !mode.ignoreLinkState() && ignoresLinkDown(hop)) {
            return false;
        }
        Optional<Device> output = flow.outputWithinDomain();
        return output.isEmpty() || hop.leavesBy(output.get());
    }

    /** net.ipv4.conf.DEV.ignore_routes_with_linkdown: off by default, a route without carrier is used. */
    boolean ignoresLinkDown(NextHop hop) {
        return hop.device().isPresent()
                && namespace.sysctls().isOn(hop.device().get(), Ipv4Conf.IGNORE_ROUTES_WITH_LINKDOWN);
    }
}
