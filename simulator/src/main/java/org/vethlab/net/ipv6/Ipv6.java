package org.vethlab.net.ipv6;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.filter.Netfilter;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.net.route6.Ipv6Routing;
import org.vethlab.net.socket.Ipv6SendRequest;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv6Packet;

/** The IPv6 stack of a namespace: its parts, and the doors for frames from below and packets from above. */
public final class Ipv6 {
    private final Namespace namespace;
    private final Map<Device, Ipv6Device> devices = new HashMap<>();
    private final Ipv6Counters counters = new Ipv6Counters();
    private final Ipv6Settings settings;
    private final Ipv6Trace trace;
    private final Ipv6Addresses addresses = new Ipv6Addresses(this);
    private final Ipv6SourceAddresses sources = new Ipv6SourceAddresses(this);
    private Optional<AddressLabels> labels = Optional.empty();
    private final Ipv6Routing routing;
    private final Ipv6AddressRoutes addressRoutes;
    private final Ipv6Peers peers;
    private final Icmpv6Errors icmpErrors = new Icmpv6Errors(this);
    private final Ipv6Redirects redirects = new Ipv6Redirects(this);
    private final Ipv6Output output = new Ipv6Output(this);
    private final Ipv6LocalDelivery delivery;
    private final Ipv6Input input;
    private long sequence;

    public Ipv6(Namespace namespace) {
        this.namespace = namespace;
        this.settings = new Ipv6Settings(namespace.sysctls());
        this.trace = new Ipv6Trace(namespace.trace(), this);
        this.routing = new Ipv6Routing(namespace);
        this.addressRoutes = new Ipv6AddressRoutes(routing);
        this.peers = new Ipv6Peers(namespace.world().clock());
        this.delivery = new Ipv6LocalDelivery(this, new Icmpv6(this, new NeighbourDiscovery(this)));
        this.input = new Ipv6Input(this, new Ipv6Forward(this, delivery), delivery);
        Addrconf addrconf = new Addrconf(this);
        namespace.devices().addListener(addrconf);
        namespace.sysctls().onIpv6Change(addrconf);
    }

    public Ipv6Addresses addresses() {
        return addresses;
    }

    /** Which own address stands for this host. */
    public Ipv6SourceAddresses sources() {
        return sources;
    }

    /** Made when they are first asked for. */
    public AddressLabels labels() {
        if (labels.isEmpty()) {
            labels = Optional.of(new AddressLabels());
        }
        return labels.get();
    }

    public Ipv6Routing routing() {
        return routing;
    }

    public Ipv6Counters counters() {
        return counters;
    }

    /** How rules refuse packets. */
    public Ipv6Reject reject() {
        return new Ipv6Reject(this);
    }

    /** A frame with an IPv6 packet that a device hands to the namespace (ipv6_rcv). */
    public void receive(Device device, PacketType type, EthernetFrame frame, Ipv6Packet packet) {
        input.receive(device, packet, namespace.netfilter().received(type, frame));
    }

    /**
     * Sends a packet of a socket.
     *
     * @return the error, as sendmsg(2) says it, or empty
     */
    public Optional<Errno> send(Ipv6SendRequest request) {
        int cause = namespace.trace().make();
        Optional<Errno> error = output.send(request);
        namespace.trace().made(cause);
        return error;
    }

    Ipv6Trace trace() {
        return trace;
    }

    /** The source address that a socket's packets would have (ip6_datagram_connect). @throws NetException if none may go */
    public Ipv6Address sourceFor(Ipv6SendRequest request) {
        Ipv6RouteResult route = output.route(request);
        Ipv6Address source = output.source(request, route).orElseThrow(() -> new NetException(Errno.EADDRNOTAVAIL));
        route.error().ifPresent(error -> {
            trace.noRoute(request.destination(), route);
            throw new NetException(error);
        });
        return source;
    }

    /** The sender knows that the next hop of a request answers (MSG_CONFIRM; ip6_confirm_neigh). */
    public void confirm(Ipv6SendRequest request) {
        Ipv6RouteResult route = output.route(request);
        Ipv6Address nextHop = route.gateway().orElse(request.destination());
        route.device()
                .flatMap(device -> namespace.neighbours().find(device, nextHop))
                .ifPresent(Neighbour::confirm);
    }

    /** The longest packet that a request's way takes: what comes with EMSGSIZE. */
    public int pathMtu(Ipv6SendRequest request) {
        return output.pathMtu(request, output.route(request));
    }

    /** Whether a socket may take an address for its own (inet6_bind): one of any device, or a group. */
    public boolean isBindable(Ipv6Address address) {
        return address.isMulticast() || isOwn(address) || settings.nonlocalBind.value() != 0;
    }

    /** Whether some device has the address, and it is no longer tentative (ipv6_chk_addr). */
    public boolean isOwn(Ipv6Address address) {
        return devices.keySet().stream().anyMatch(device -> isUsable(address, device));
    }

    /** Whether an address is this host's: a link-local one counts on its own device only; a tentative one counts too. */
    public boolean isOwn(Ipv6Address address, Optional<Device> device) {
        return devices.entrySet().stream()
                .filter(each -> each.getValue().find(address).isPresent())
                .anyMatch(each -> device.isEmpty() || device.get() == each.getKey() || !address.isLinkLocal());
    }

    /** Whether a route by a device may name the address as its source. */
    public boolean isOwn(Ipv6Address address, Device device) {
        return address.isLinkLocal() ? isUsable(address, device) : isOwn(address);
    }

    /** Whether a device has the address, and it is no longer tentative. */
    boolean isUsable(Ipv6Address address, Device device) {
        return find(device)
                .flatMap(found -> found.find(address))
                .filter(own -> !own.has(Ipv6AddressFlag.TENTATIVE))
                .isPresent();
    }

    /** Lets a device listen to a group, and tells the link. */
    public void join(Device device, Ipv6Address group) {
        find(device).ifPresent(found -> found.groups().join(group));
    }

    public void leave(Device device, Ipv6Address group) {
        find(device).ifPresent(found -> found.groups().leave(group));
    }

    /** Numbers what comes, so that equals can be told in the order of their coming. */
    long nextSequence() {
        return sequence++;
    }

    Optional<Ipv6Device> find(Device device) {
        return Optional.ofNullable(devices.get(device));
    }

    void attach(Device device) {
        devices.put(device, new Ipv6Device(device));
    }

    void detach(Device device) {
        devices.remove(device);
    }

    /** {@code net.ipv6.conf} of a device. */
    int conf(Device device, Ipv6Conf conf) {
        return namespace.sysctls().ipv6(device, conf);
    }

    int confOfAll(Ipv6Conf conf) {
        return namespace.sysctls().ipv6All(conf);
    }

    Namespace namespace() {
        return namespace;
    }

    Ipv6Settings settings() {
        return settings;
    }

    Netfilter filter() {
        return namespace.netfilter();
    }

    Ipv6AddressRoutes addressRoutes() {
        return addressRoutes;
    }

    Ipv6Peers peers() {
        return peers;
    }

    Icmpv6Errors icmpErrors() {
        return icmpErrors;
    }

    Ipv6Redirects redirects() {
        return redirects;
    }

    Ipv6Output output() {
        return output;
    }

    Ipv6LocalDelivery delivery() {
        return delivery;
    }
}
