package org.vethlab.net.route;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;

/** The IPv4 forwarding tables of a namespace, its rules, and the commands on them (RTM_*ROUTE, RTM_*RULE). */
public final class Routing {
    public static final int TABLE_DEFAULT = 253;
    public static final int TABLE_MAIN = 254;
    public static final int TABLE_LOCAL = 255;

    private final Namespace namespace;

    public Routing(Namespace namespace) {
        this.namespace = namespace;
    }

    /** How RTM_NEWROUTE treats equal routes (NLM_F_* of iproute2's verbs). */
    public enum Mode {
        ADD,
        APPEND,
        PREPEND,
        REPLACE,
        CHANGE,
        TEST
    }

    /** Numbers of the tables that exist, ascending. */
    public List<Integer> tables() {
        throw new UnsupportedOperationException("not yet " + namespace.inode());
    }

    /** The routes of a table in dump order (by network, longer prefix first, then metric, then insertion); empty if
     * there is no such table. */
    public Optional<List<Route>> routes(int table) {
        throw new UnsupportedOperationException("not yet " + table);
    }

    /** @throws NetException EEXIST, ENETUNREACH, EINVAL, … as fib_table_insert and fib_create_info say them */
    public void add(Mode mode, Route route) {
        throw new UnsupportedOperationException("not yet " + mode + route);
    }

    /** Deletes the first route that fits what is said. @throws NetException ESRCH */
    public void delete(RouteMatch match) {
        throw new UnsupportedOperationException("not yet " + match);
    }

    /** Which routing decision a packet would get (fib_lookup with the special cases of ip_route_{in,out}put). */
    public RouteResult lookup(FlowKey flow) {
        throw new UnsupportedOperationException("not yet " + flow);
    }

    public List<Rule> rules() {
        throw new UnsupportedOperationException("not yet");
    }

    public void addRule(Rule rule) {
        throw new UnsupportedOperationException("not yet " + rule);
    }

    /** @throws NetException ENOENT */
    public void deleteRule(RuleMatch match) {
        throw new UnsupportedOperationException("not yet " + match);
    }
}
