package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.Metadata;
import org.vethlab.net.filter.Netfilter;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteMetric;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Routing;
import org.vethlab.net.socket.SendRequest;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;

/** The IPv4 stack of a namespace: its parts, and the doors for frames from below and packets from above. */
public final class Ipv4 implements AddressListener {
    private final Namespace namespace;
    private final Addresses addresses;
    private final SourceAddresses sources;
    private final Routing routing;
    private final Ipv4Groups groups;
    private final Ipv4Settings settings;
    private final Ipv4Trace trace;
    private final Counters counters = new Counters();
    private final Arp arp;
    private final IcmpErrors icmpErrors;
    private final Ipv4Output output;
    private final LocalDelivery delivery;
    private final Ipv4Input input;

    public Ipv4(Namespace namespace) {
        this.namespace = namespace;
        this.settings = new Ipv4Settings(namespace.sysctls());
        this.addresses = new Addresses(namespace);
        this.sources = new SourceAddresses(namespace);
        this.routing = new Routing(namespace, sources);
        this.trace = new Ipv4Trace(namespace, this);
        this.arp = new Arp(namespace, this);
        this.output = new Ipv4Output(this);
        Peers peers = new Peers(namespace.world().clock(), settings);
        this.icmpErrors = new IcmpErrors(this, peers);
        this.delivery = new LocalDelivery(this, new Icmp(this));
        this.input = new Ipv4Input(this, new Ipv4Forward(this, peers), delivery, peers);
        this.groups = new Ipv4Groups(namespace);
        addresses.addListener(routing);
        addresses.addListener(this);
    }

    public Addresses addresses() {
        return addresses;
    }

    /** Which own address stands for this host. */
    public SourceAddresses sources() {
        return sources;
    }

    /** The multicast groups that devices listen to. */
    public Ipv4Groups groups() {
        return groups;
    }

    public Routing routing() {
        return routing;
    }

    public Counters counters() {
        return counters;
    }

    /** ARP entries as net-tools sees to them. */
    public ArpRequests arpRequests() {
        return new ArpRequests(namespace);
    }

    /** A frame with an IPv4 packet that a device hands to the namespace (ip_rcv). */
    public void receive(Device device, PacketType type, EthernetFrame frame, Ipv4Packet packet) {
        input.receive(device, packet, frame, namespace.netfilter().received(type, frame));
    }

    /** A frame with an ARP packet that a device hands to the namespace (arp_rcv). */
    public void receive(Device device, PacketType type, EthernetFrame frame, ArpPacket packet) {
        arp.receive(device, packet, namespace.netfilter().received(type, frame));
    }

    /** A copy of a packet goes by way of another host (nf_dup_ipv4). */
    public void sendCopy(Ipv4Packet packet, Ipv4Address gateway) {
        output.sendCopy(packet, gateway);
    }

    /** How rules refuse packets. */
    public Ipv4Reject reject() {
        return new Ipv4Reject(this);
    }

    /** An ARP packet of this host leaves (arp_xmit). */
    void transmitArp(Device device, MacAddress destination, ArpPacket packet) {
        namespace
                .netfilter()
                .pass(Hook.OUTPUT, packet, Metadata.local(0), Optional.empty(), Optional.of(device))
                .ifPresent(passed -> device.transmit(new EthernetFrame(destination, device.address(), passed)));
    }

    /**
     * Sends a packet of a socket.
     *
     * @return the error, as sendmsg(2) says it, or empty
     */
    public Optional<Errno> send(SendRequest request) {
        int cause = namespace.trace().make();
        Optional<Errno> error = output.send(request);
        namespace.trace().made(cause);
        return error;
    }

    /** As {@link #send}, of a packet that carries another one: to the trace both are the same. */
    public Optional<Errno> sendCarrier(SendRequest request) {
        return output.send(request);
    }

    /**
     * Sends a packet that was made elsewhere as if it were made here (FLOWI_FLAG_ANYSRC): it keeps its source address.
     *
     * @return why it could not be sent, or empty
     */
    public Optional<Errno> sendForeign(Ipv4Packet packet, Optional<Device> device) {
        return output.sendForeign(packet, device);
    }

    /** The device that a packet left by can't reach the far end: its sender is told (dst_link_failure). */
    public void linkFailure(Ipv4Packet packet) {
        RouteResult route = routing.lookup(FlowKey.to(packet.destination()));
        icmpErrors.hostUnreachable(RoutedPacket.local(this, packet, route, Metadata.local(0), true));
    }

    /**
     * The source address that a socket's packets would have (ip_route_connect). Once it is known the question is asked
     * anew, and rules for that address apply. @throws NetException if none may go
     */
    public Ipv4Address sourceFor(SendRequest request) {
        Ipv4Address source = sourceOfRoute(request);
        boolean chosen = request.source().isEmpty() && !source.isUnspecified();
        return chosen && routing.hasCustomRules() ? sourceOfRoute(request.from(source)) : source;
    }

    private Ipv4Address sourceOfRoute(SendRequest request) {
        RouteResult route = output.route(request);
        route.error().ifPresent(error -> {
            trace.noRoute(request.destination(), route);
            throw new NetException(error);
        });
        if (route.type() == RouteType.BROADCAST && !request.broadcast()) {
            throw new NetException(Errno.EACCES);
        }
        return request.source().or(route::source).orElse(Ipv4Address.ANY);
    }

    /** The sender knows that the next hop of a request answers (MSG_CONFIRM; ipv4_confirm_neigh). */
    public void confirm(SendRequest request) {
        RouteResult route = output.route(request);
        Ipv4Address nextHop = route.gateway().orElse(request.destination());
        route.device()
                .flatMap(device -> namespace.neighbours().find(device, nextHop))
                .ifPresent(Neighbour::confirm);
    }

    /** The longest packet that a request's way takes: what comes with EMSGSIZE. */
    public int pathMtu(SendRequest request) {
        return output.pathMtu(request);
    }

    /** {@code advmss} of the route that a request would take; 0 if it has none. */
    public int advertisedMss(SendRequest request) {
        return output.route(request)
                .route()
                .map(route -> (int) route.metrics().get(RouteMetric.ADVMSS).orElse(0))
                .orElse(0);
    }

    /** Whether a socket may take an address for its own (inet_can_nonlocal_bind apart; inet_bind). */
    public boolean isBindable(Ipv4Address address) {
        return switch (routing.addressType(address)) {
            case LOCAL, BROADCAST, MULTICAST -> true;
            default -> settings.nonlocalBind.value() != 0;
        };
    }

    @Override
    public void added(InterfaceAddress address) {}

    /** Surprising: with its last address a device loses its neighbours, permanent ones too (fib_disable_ip). */
    @Override
    public void removed(InterfaceAddress address, boolean last) {
        if (last) {
            namespace.neighbours().forget(Neighbours.IPV4, address.device());
        }
    }

    Namespace namespace() {
        return namespace;
    }

    Ipv4Trace trace() {
        return trace;
    }

    Ipv4Settings settings() {
        return settings;
    }

    Netfilter filter() {
        return namespace.netfilter();
    }

    Ipv4Output output() {
        return output;
    }

    IcmpErrors icmpErrors() {
        return icmpErrors;
    }

    LocalDelivery delivery() {
        return delivery;
    }
}
