package org.vethlab.net.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.trace.RouteDecision.Choice;

/** Why a route was taken and no other, for the trace. */
public final class RouteTrace {
    public static final String NO_ROUTE = "no route";

    private final Routing routing;

    public RouteTrace(Routing routing) {
        this.routing = routing;
    }

    public Choice choice(RouteResult result) {
        if (result.route().isEmpty()) {
            return Choice.NONE;
        }
        Route taken = result.route().get();
        List<Route> same = samePrefix(taken);
        List<String> equals = new ArrayList<>();
        Optional<String> worse = Optional.empty();
        for (Route other : same) {
            if (other.metric() == taken.metric()) {
                equals.add(way(other));
            } else if (other.metric() > taken.metric() && worse.isEmpty()) {
                worse = Optional.of(way(other) + " metric " + other.metric());
            }
        }
        return new Choice(
                tableName(taken.table()),
                result.rule().filter(rule -> !isOfTheBeginning(rule)).map(RouteTrace::text),
                equals.size() > 1 ? equals : List.of(),
                worse,
                taken.nextHops().size(),
                learnt(result));
    }

    private List<Route> samePrefix(Route taken) {
        return routing.routes(taken.table()).orElse(List.of()).stream()
                .filter(other -> other.destination().equals(taken.destination())
                        && other.tos() == taken.tos()
                        && other.type() == taken.type())
                .toList();
    }

    private static String way(Route route) {
        return route.nextHops().stream()
                .findFirst()
                .map(hop -> hop.gateway().map(gateway -> "via " + gateway + " ").orElse("")
                        + hop.device().map(device -> "dev " + device).orElse(""))
                .orElse(route.type().text());
    }

    private static Optional<String> learnt(RouteResult result) {
        if (result.redirected()) {
            return Optional.of("an ICMP redirect named that gateway");
        }
        return result.pathMtu().isPresent()
                ? Optional.of(
                        "an ICMP message told a path MTU of " + result.pathMtu().getAsInt())
                : Optional.empty();
    }

    /** The three rules that are there from the beginning decide nothing that a table would not. */
    private static boolean isOfTheBeginning(Rule rule) {
        return rule.priority() == 0 || rule.priority() >= 32766;
    }

    /** As {@code ip rule} shows it, without what is not said. */
    public static String text(Rule rule) {
        StringBuilder text = new StringBuilder().append(rule.priority()).append(':');
        text.append(rule.inverted() ? " not" : "");
        text.append(" from ").append(rule.from().map(Object::toString).orElse("all"));
        rule.to().ifPresent(to -> text.append(" to ").append(to));
        rule.inputDevice().ifPresent(device -> text.append(" iif ").append(device));
        rule.outputDevice().ifPresent(device -> text.append(" oif ").append(device));
        if (rule.mark() != 0) {
            text.append(" fwmark 0x").append(Integer.toHexString(rule.mark()));
        }
        if (rule.l3mdev()) {
            return text.append(" lookup [l3mdev-table]").toString();
        }
        text.append(' ').append(rule.action().text());
        return rule.action() == Rule.Action.TABLE
                ? text.append(' ').append(tableName(rule.table())).toString()
                : text.toString();
    }

    /** What decided that there is no way. */
    public static String refusal(RouteResult result) {
        Optional<String> rule =
                result.rule().filter(found -> !isOfTheBeginning(found)).map(found -> "rule " + text(found));
        boolean byRule = result.rule()
                .filter(found -> found.action() != Rule.Action.TABLE)
                .isPresent();
        return byRule ? rule.orElseThrow() : rule.map(found -> found + ", ").orElse("") + refusingRoute(result);
    }

    private static String refusingRoute(RouteResult result) {
        return switch (result.error().orElse(Errno.ENETUNREACH)) {
            case EHOSTUNREACH -> "an unreachable route";
            case EACCES -> "a prohibit route";
            case EINVAL -> "a blackhole route";
            default -> NO_ROUTE;
        };
    }

    /** /etc/iproute2/rt_tables. */
    public static String tableName(int table) {
        return switch (table) {
            case Routing.TABLE_MAIN -> "main";
            case Routing.TABLE_LOCAL -> "local";
            case Routing.TABLE_DEFAULT -> "default";
            default -> Integer.toString(table);
        };
    }
}
