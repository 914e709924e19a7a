package org.vethlab.net.ipv6;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Trace;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.route.RouteTrace;
import org.vethlab.net.route6.Ipv6Route;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.trace.Decision;
import org.vethlab.trace.Fate;
import org.vethlab.trace.IcmpText;
import org.vethlab.trace.NeighbourDecision;
import org.vethlab.trace.PacketText;
import org.vethlab.trace.RouteDecision;
import org.vethlab.trace.RouteDecision.Purpose;
import org.vethlab.wire.Ipv6Packet;

/** What IPv6 tells of its decisions. Each method makes nothing unless somebody listens. */
final class Ipv6Trace {
    private final Trace trace;
    private final Ipv6 stack;

    Ipv6Trace(Trace trace, Ipv6 stack) {
        this.trace = trace;
        this.stack = stack;
    }

    void received(RoutedIpv6 routed) {
        if (trace.isOn() && routed.route().isLocal()) {
            trace.step(routed.packet(), routed(routed, Purpose.RECEIVE));
        }
    }

    void routed(RoutedIpv6 routed) {
        if (trace.isOn()) {
            Purpose purpose = routed.input().isPresent() ? Purpose.FORWARD : Purpose.SEND;
            trace.step(routed.packet(), routed(routed, purpose));
        }
    }

    private Decision routed(RoutedIpv6 routed, Purpose purpose) {
        Ipv6RouteResult route = routed.route();
        return new RouteDecision.Routed(
                purpose,
                routed.packet().destination(),
                routed.input().map(Device::name),
                route.route().map(Ipv6Route::destination).map(Object::toString),
                route.gateway().map(gateway -> gateway),
                route.device().map(Device::name),
                Optional.of(routed.packet().source()),
                choice(route));
    }

    private RouteDecision.Choice choice(Ipv6RouteResult result) {
        Optional<String> learnt = result.redirected()
                ? Optional.of("an ICMPv6 redirect named that gateway")
                : Optional.of(result.pathMtu())
                        .filter(mtu -> mtu.isPresent())
                        .map(mtu -> "an ICMPv6 message told a path MTU of " + mtu.getAsInt());
        return result.route()
                .map(route -> new RouteDecision.Choice(
                        RouteTrace.tableName(route.table()),
                        Optional.empty(),
                        equals(route),
                        Optional.empty(),
                        1,
                        learnt))
                .orElse(RouteDecision.Choice.NONE);
    }

    /** The ways of routes with the same prefix and metric, if the first of them was taken. */
    private List<String> equals(Ipv6Route taken) {
        List<Ipv6Route> same = stack.routing().at(taken.table(), taken.destination()).stream()
                .filter(other -> other.metric() == taken.metric())
                .toList();
        boolean first = same.size() > 1 && same.get(0).device().equals(taken.device());
        return first ? same.stream().map(Ipv6Trace::way).toList() : List.of();
    }

    private static String way(Ipv6Route route) {
        return route.gateway().map(gateway -> "via " + gateway + " ").orElse("")
                + route.device().map(device -> "dev " + device).orElse("");
    }

    void noRoute(Ipv6Address destination, Ipv6RouteResult route) {
        if (trace.isOn()) {
            String error = route.error().map(found -> found.text()).orElse("");
            trace.step(new RouteDecision.NoRoute(destination, error, decider(route)));
        }
    }

    private static String decider(Ipv6RouteResult route) {
        return route.route()
                .map(found -> found.type().text() + " " + found.destination() + ", table "
                        + RouteTrace.tableName(found.table()))
                .orElse("no route");
    }

    void neighbour(RoutedIpv6 routed, Neighbour neighbour) {
        if (trace.isOn()) {
            trace.step(
                    routed.packet(),
                    new NeighbourDecision.Resolved(
                            routed.nextHop(),
                            neighbour.device().name(),
                            neighbour.state().toString(),
                            neighbour.state().isValid() ? neighbour.mac() : Optional.empty(),
                            Optional.empty()));
        }
    }

    void neighbourFailed(RoutedIpv6 routed) {
        if (trace.isOn()) {
            String device = routed.device().map(Device::name).orElse("");
            trace.step(
                    routed.packet(),
                    new Decision.Dropped(
                            Fate.NEIGH_FAILED,
                            device,
                            "nobody behind " + device + " answered for " + routed.nextHop(),
                            "mcast_solicit"));
        }
    }

    void drop(Fate fate, Ipv6Packet packet, String decider) {
        trace.drop(fate, packet, decider);
    }

    void hopLimitExceeded(Ipv6Packet packet) {
        if (trace.isOn()) {
            String decider = "hop limit " + packet.hopLimit();
            trace.step(packet, new Decision.Dropped(Fate.TTL_EXCEEDED, "", "its hop limit is used up", decider));
        }
    }

    void tooBig(RoutedIpv6 routed, int mtu) {
        if (trace.isOn()) {
            String device = routed.device().map(Device::name).orElse("");
            String detail = "its " + routed.packet().length() + " bytes are too long for " + device
                    + ", and no router cuts IPv6 packets";
            trace.step(
                    routed.packet(),
                    new Decision.Dropped(Fate.PKT_TOO_BIG, device, detail, "mtu " + mtu + " of " + device));
        }
    }

    void cut(RoutedIpv6 routed, int pieces, int mtu) {
        if (trace.isOn()) {
            String device = routed.device().map(Device::name).orElse("");
            trace.step(routed.packet(), new RouteDecision.Cut(pieces, mtu, device));
        }
    }

    void refused(RoutedIpv6 routed) {
        if (trace.isOn()) {
            String detail = "no way on to " + routed.packet().destination();
            trace.step(routed.packet(), new Decision.Dropped(Fate.IP_INNOROUTES, "", detail, decider(routed.route())));
        }
    }

    void told(Ipv6Address whom, int type, int code) {
        if (trace.isOn()) {
            trace.step(new Decision.Told(whom, IcmpText.ofIpv6(type, code), ""));
        }
    }

    void untold(Ipv6Packet packet, int type, int code, String decider) {
        if (trace.isOn()) {
            trace.step(packet, new Decision.Untold(packet.source(), IcmpText.ofIpv6(type, code), decider));
        }
    }

    void delivered(Ipv6Packet packet) {
        if (trace.isOn()) {
            trace.step(packet, new Decision.Delivered(PacketText.of(packet) + " arrives"));
        }
    }

    void ignored(Ipv6Packet packet, String why, String decider) {
        if (trace.isOn()) {
            trace.step(packet, new Decision.Dropped(Fate.NOT_SPECIFIED, "", why, decider));
        }
    }

    void asked(Ipv6Packet question, IpAddress target, Device device, Optional<MacAddress> alone) {
        if (trace.isOn()) {
            trace.step(question, new NeighbourDecision.Asked(target, question.source(), device.name(), alone));
        }
    }

    void answered(Ipv6Packet question, IpAddress target, Device device, boolean proxy) {
        if (trace.isOn()) {
            String decider = proxy ? "proxy_ndp" : "";
            trace.step(
                    question, new NeighbourDecision.Answered(target, device.name(), Optional.empty(), proxy, decider));
        }
    }

    void learnt(Ipv6Packet answer, IpAddress target, Optional<MacAddress> mac, Device device) {
        if (trace.isOn()) {
            trace.step(answer, new NeighbourDecision.Learnt(target, mac, device.name()));
        }
    }

    void unheard(Ipv6Packet packet, IpAddress target, Device device, String decider) {
        if (trace.isOn()) {
            trace.step(packet, new NeighbourDecision.Silent(target, device.name(), !decider.isEmpty(), decider));
        }
    }
}
