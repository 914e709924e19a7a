package org.vethlab.net.ipv4;

import java.util.Locale;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.Trace;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.Route;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteTrace;
import org.vethlab.net.sysctl.Ipv4Conf;
import org.vethlab.trace.Decision;
import org.vethlab.trace.Fate;
import org.vethlab.trace.IcmpText;
import org.vethlab.trace.NeighbourDecision;
import org.vethlab.trace.PacketText;
import org.vethlab.trace.RouteDecision;
import org.vethlab.trace.RouteDecision.Purpose;
import org.vethlab.wire.Ipv4Packet;

/** What IPv4 tells of its decisions. Each method makes nothing unless somebody listens. */
final class Ipv4Trace {
    private final Namespace namespace;
    private final Ipv4 stack;
    private final Trace trace;

    Ipv4Trace(Namespace namespace, Ipv4 stack) {
        this.namespace = namespace;
        this.stack = stack;
        this.trace = namespace.trace();
    }

    /** A packet is for this host. */
    void received(RoutedPacket routed) {
        if (trace.isOn() && routed.route().error().isEmpty() && routed.route().local()) {
            trace.step(routed.packet(), routed(routed, Purpose.RECEIVE));
        }
    }

    /** A packet of this host's own, or a forwarded one, has its way. */
    void routed(RoutedPacket routed) {
        if (trace.isOn()) {
            trace.step(routed.packet(), routed(routed, routed.isForwarded() ? Purpose.FORWARD : Purpose.SEND));
        }
    }

    private Decision routed(RoutedPacket routed, Purpose purpose) {
        RouteResult route = routed.route();
        return new RouteDecision.Routed(
                purpose,
                routed.packet().destination(),
                routed.input().map(Device::name),
                route.route().map(Route::destination).map(Object::toString),
                route.gateway().map(gateway -> gateway),
                route.device().map(Device::name),
                Optional.of(routed.packet().source()),
                new RouteTrace(stack.routing()).choice(route));
    }

    /** There is no way for what a socket, or the kernel, wants to send. */
    void noRoute(Ipv4Address destination, RouteResult route) {
        if (trace.isOn()) {
            String error = route.error().map(found -> found.text()).orElse("");
            trace.step(new RouteDecision.NoRoute(destination, error, refusal(destination, route)));
        }
    }

    /** A device that is down takes its routes with it: the usual reason why there is none. */
    private String refusal(Ipv4Address destination, RouteResult route) {
        String refusal = RouteTrace.refusal(route);
        if (!refusal.equals(RouteTrace.NO_ROUTE)) {
            return refusal;
        }
        return stack.addresses().all().stream()
                .filter(address ->
                        address.covers(destination) && !address.device().isUp())
                .findFirst()
                .map(address -> refusal + ": " + address.device() + ", which has " + address.local() + "/"
                        + address.prefixLength() + ", is down")
                .orElse(refusal);
    }

    void neighbour(RoutedPacket routed, Neighbour neighbour) {
        if (trace.isOn()) {
            trace.step(
                    routed.packet(),
                    new NeighbourDecision.Resolved(
                            routed.nextHop(),
                            neighbour.device().name(),
                            neighbour.state().toString(),
                            neighbour.state().isValid() ? neighbour.mac() : Optional.empty(),
                            elsewhere(routed.nextHop(), neighbour.device())));
        }
    }

    /** Neighbour tables are per device: what another one knows is of no use here. */
    private Optional<NeighbourDecision.Resolved.Known> elsewhere(IpAddress address, Device device) {
        return namespace.neighbours().list(Neighbours.IPV4).stream()
                .filter(other -> other.device() != device
                        && other.address().equals(address)
                        && other.state().isValid())
                .map(other -> new NeighbourDecision.Resolved.Known(
                        other.device().name(), other.state().toString()))
                .findFirst();
    }

    void neighbourFailed(RoutedPacket routed) {
        if (trace.isOn()) {
            String device = routed.route().device().map(Device::name).orElse("");
            trace.step(
                    routed.packet(),
                    new Decision.Dropped(
                            Fate.NEIGH_FAILED,
                            device,
                            "nobody behind " + device + " answered for " + routed.nextHop(),
                            "mcast_solicit"));
        }
    }

    void drop(Fate fate, Ipv4Packet packet, String decider) {
        trace.drop(fate, packet, decider);
    }

    void ttlExceeded(Ipv4Packet packet) {
        if (trace.isOn()) {
            String detail = "its time to live is used up";
            trace.step(packet, new Decision.Dropped(Fate.TTL_EXCEEDED, "", detail, "ttl " + packet.ttl()));
        }
    }

    /** A packet may not pass as it is: too long for the way. */
    void tooBig(RoutedPacket routed, int mtu) {
        if (trace.isOn()) {
            String device = routed.route().device().map(Device::name).orElse("");
            String detail = "its " + routed.packet().length() + " bytes are too long for " + device
                    + ", and it may not be cut (DF)";
            trace.step(
                    routed.packet(),
                    new Decision.Dropped(Fate.PKT_TOO_BIG, device, detail, "mtu " + mtu + " of " + device));
        }
    }

    /** A socket that forbids cutting sends more than its way takes. */
    void tooLongToSend(Ipv4Packet packet, RouteResult route) {
        if (trace.isOn()) {
            String learnt =
                    route.pathMtu().isPresent() ? "path MTU " + route.mtu() + ", learnt from an ICMP message" : "";
            String device = route.device().map(Device::name).orElse("");
            String decider = learnt.isEmpty() ? "mtu " + route.mtu() + " of " + device : learnt;
            String detail =
                    "not sent: its " + packet.length() + " bytes are too long for the way, and it may not be cut (DF)";
            trace.step(packet, new Decision.Dropped(Fate.PKT_TOO_BIG, device, detail, decider));
        }
    }

    void cut(RoutedPacket routed, int pieces, int mtu) {
        if (trace.isOn()) {
            String device = routed.route().device().map(Device::name).orElse("");
            trace.step(routed.packet(), new RouteDecision.Cut(pieces, mtu, device));
        }
    }

    /** A received packet that no route leads on, or that none may bring. */
    void refused(RoutedPacket routed, Device input, boolean forwards, Fate fate) {
        if (!trace.isOn()) {
            return;
        }
        Ipv4Packet packet = routed.packet();
        Decision.Dropped end = switch (fate) {
            case IP_RPFILTER -> reversePath(packet, input);
            case IP_LOCAL_SOURCE, IP_INVALID_SOURCE -> martian(packet, input, fate);
            default ->
                forwards
                        ? new Decision.Dropped(
                                fate,
                                input.name(),
                                "no way on to " + packet.destination(),
                                refusal(packet.destination(), routed.route()))
                        : new Decision.Dropped(
                                fate,
                                input.name(),
                                "it is not for this host, and this host does not forward",
                                conf(input, Ipv4Conf.FORWARDING));
        };
        trace.step(packet, end);
    }

    private Decision.Dropped reversePath(Ipv4Packet packet, Device input) {
        RouteResult back = stack.routing().lookup(FlowKey.to(packet.source()));
        String way = back.device().map(device -> "would go by " + device).orElse("would have no way");
        String detail = "it came in by " + input + ", but an answer to " + packet.source() + " " + way;
        String decider = conf(input, Ipv4Conf.RP_FILTER);
        return new Decision.Dropped(Fate.IP_RPFILTER, input.name(), detail, decider);
    }

    private Decision.Dropped martian(Ipv4Packet packet, Device input, Fate fate) {
        boolean own = stack.routing().deviceOfLocal(packet.source()).isPresent();
        String why =
                own ? "its source " + packet.source() + " is this host's own address" : "addresses that none may use";
        return new Decision.Dropped(
                fate, input.name(), "martian by " + input + ": " + why, own ? conf(input, Ipv4Conf.ACCEPT_LOCAL) : "");
    }

    /** A sysctl that counts for a device, with its value: the larger of the device's and all's, for many of them. */
    String conf(Device device, Ipv4Conf setting) {
        return setting.name().toLowerCase(Locale.ROOT) + " = "
                + namespace.sysctls().ipv4(device, setting) + " on " + device;
    }

    void told(Ipv4Address whom, int type, int code) {
        if (trace.isOn()) {
            trace.step(new Decision.Told(whom, IcmpText.of(type, code), ""));
        }
    }

    void untold(Ipv4Packet packet, int type, int code, String decider) {
        if (trace.isOn()) {
            trace.step(packet, new Decision.Untold(packet.source(), IcmpText.of(type, code), decider));
        }
    }

    void delivered(Ipv4Packet packet) {
        if (trace.isOn()) {
            trace.step(packet, new Decision.Delivered(PacketText.of(packet) + " arrives"));
        }
    }

    void icmpIgnored(Ipv4Packet packet, String why, String decider) {
        if (trace.isOn()) {
            trace.step(packet, new Decision.Dropped(Fate.NOT_SPECIFIED, "", why, decider));
        }
    }
}
