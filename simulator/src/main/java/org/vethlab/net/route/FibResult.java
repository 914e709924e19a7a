package org.vethlab.net.route;

import org.jspecify.annotations.Nullable;
import org.vethlab.net.Errno;

/**
 * What a lookup in the tables found (struct fib_result).
 *
 * @param error EAGAIN while no table has decided
 * @param entry the route, unless there is an error
 * @param hop which of its next hops
 * @param table the one that was asked: main while it holds local's routes too
 * @param rule the policy rule that decided, where there are any but those of the beginning
 */
record FibResult(
        @Nullable Errno error,
        @Nullable FibEntry entry,
        int hop,
        int table,
        @Nullable Rule rule) {
    static final FibResult NOTHING = new FibResult(Errno.EAGAIN, null, 0, 0, null);

    static FibResult failed(Errno error) {
        return new FibResult(error, null, 0, 0, null);
    }

    boolean isFound() {
        return entry != null;
    }

    /** Of a found route only. */
    FibEntry found() {
        if (entry == null) {
            throw new IllegalStateException("no route: " + error);
        }
        return entry;
    }

    Errno failure() {
        return error == null ? Errno.ENETUNREACH : error;
    }

    Route route() {
        return found().route();
    }

    int prefixLength() {
        return route().destination().length();
    }

    NextHop nextHop() {
        return found().hop(hop);
    }

    RouteType type() {
        return route().type();
    }

    FibResult withEntry(FibEntry other) {
        return new FibResult(error, other, 0, table, rule);
    }

    FibResult withHop(int newHop) {
        return new FibResult(error, entry, newHop, table, rule);
    }

    FibResult withRule(Rule decider) {
        return new FibResult(error, entry, hop, table, decider);
    }
}
