package org.vethlab.net.ipv4;

import org.vethlab.net.route.Route;
import org.vethlab.net.route.RouteResult;

/** A routing decision in words, for the trace. */
final class RouteText {
    private RouteText() {}

    static String of(RoutedPacket routed) {
        RouteResult route = routed.route();
        StringBuilder text = new StringBuilder();
        text.append(route.type().text()).append(' ').append(routed.packet().destination());
        route.gateway().ifPresent(gateway -> text.append(" via ").append(gateway));
        route.device().ifPresent(device -> text.append(" dev ").append(device));
        route.error().ifPresent(error -> text.append(": ").append(error.text()));
        return text.toString();
    }

    static String decider(RouteResult result) {
        return result.route().map(RouteText::decider).orElse("no route");
    }

    private static String decider(Route route) {
        return route.destination() + " of table " + route.table();
    }
}
