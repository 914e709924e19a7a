package org.vethlab.net.route;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.Namespace;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.NudState;

/**
 * Which of several default routes of the same metric serves: one whose gateway is alive, as far as the neighbour tables
 * tell (fib_select_default). It goes unnoticed until the first gateway fails.
 */
final class DefaultRoutes {
    private final Namespace namespace;
    private final Fib fib;

    DefaultRoutes(Namespace namespace, Fib fib) {
        this.namespace = namespace;
        this.fib = fib;
    }

    /** The gateway that is taken if all seem dead. */
    private static final class LastResort {
        private @Nullable FibEntry entry;
        private int place = -1;
    }

    FibResult select(FibResult found, FlowKey flow) {
        List<FibEntry> defaults =
                fib.table(found.table()).map(FibTable::defaults).orElse(List.of());
        return defaults.size() < 2 ? found : select(found, flow, defaults);
    }

    private FibResult select(FibResult found, FlowKey flow, List<FibEntry> defaults) {
        FibEntry first = found.found();
        FibEntry candidate = null;
        LastResort lastResort = new LastResort();
        int place = -1;
        for (FibEntry entry : defaults) {
            if (!isEqual(entry, found.route(), flow)) {
                continue;
            }
            if (candidate == null && entry != first) {
                return found;
            }
            if (candidate != null && !isDead(candidate, place, lastResort, first.chosenDefault())) {
                first.chooseDefault(place);
                return found.withEntry(candidate);
            }
            candidate = entry;
            place++;
        }
        if (place <= 0 || candidate == null) {
            first.chooseDefault(-1);
            return found;
        }
        if (!isDead(candidate, place, lastResort, first.chosenDefault())) {
            first.chooseDefault(place);
            return found.withEntry(candidate);
        }
        first.chooseDefault(lastResort.place);
        FibEntry last = lastResort.entry;
        return last == null ? found : found.withEntry(last);
    }

    /** Alike in all that lookups compare, and with a true gateway. */
    private static boolean isEqual(FibEntry entry, Route route, FlowKey flow) {
        Route other = entry.route();
        return !entry.isDead()
                && flow.hasService(other.tos())
                && other.tos() == route.tos()
                && other.metric() == route.metric()
                && other.scope().equals(route.scope())
                && other.type() == RouteType.UNICAST
                && !other.nextHops().isEmpty()
                && other.nextHops().get(0).usedGateway().isPresent();
    }

    /**
     * fib_detect_death: what is not known lives, and what is reachable; stale and its like live too, unless this one was
     * chosen before: then the next gets its turn.
     */
    private boolean isDead(FibEntry entry, int place, LastResort lastResort, int chosen) {
        Optional<NudState> known = state(entry.hop(0));
        if (known.isEmpty()) {
            return false;
        }
        NudState state = known.get();
        if (state == NudState.REACHABLE || state.isValid() && place != chosen) {
            return false;
        }
        boolean untried = lastResort.place < 0 && place > chosen && state != NudState.INCOMPLETE;
        if (state.isValid() || untried) {
            lastResort.entry = entry;
            lastResort.place = place;
        }
        return true;
    }

    /** Whether nothing is known against a gateway (fib_good_nh). */
    boolean mayAnswer(NextHop hop) {
        return state(hop).map(NudState::isValid).orElse(true);
    }

    private Optional<NudState> state(NextHop hop) {
        return hop.device()
                .flatMap(device -> hop.usedGateway()
                        .flatMap(gateway -> namespace.neighbours().find(device, gateway)))
                .map(Neighbour::state);
    }
}
