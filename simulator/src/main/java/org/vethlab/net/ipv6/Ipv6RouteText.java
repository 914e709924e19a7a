package org.vethlab.net.ipv6;

import org.vethlab.net.route6.Ipv6Route;
import org.vethlab.net.route6.Ipv6RouteResult;

/** A routing decision in words, for the trace. */
final class Ipv6RouteText {
    private Ipv6RouteText() {}

    static String of(RoutedIpv6 routed) {
        Ipv6RouteResult route = routed.route();
        StringBuilder text = new StringBuilder();
        text.append(route.type().text()).append(' ').append(routed.packet().destination());
        route.gateway().ifPresent(gateway -> text.append(" via ").append(gateway));
        route.device().ifPresent(device -> text.append(" dev ").append(device));
        route.error().ifPresent(error -> text.append(": ").append(error.text()));
        return text.toString();
    }

    static String decider(Ipv6RouteResult result) {
        return result.route().map(Ipv6RouteText::decider).orElse("no route");
    }

    private static String decider(Ipv6Route route) {
        return route.destination() + " of table " + route.table();
    }
}
