package org.vethlab.net.ipv6;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.route.Scope;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.Ipv6Packet;

/** A device's part in IPv6 (struct inet6_dev): its addresses and its multicast groups. */
final class Ipv6Device {
    /** All routers of the node, the link, the site. */
    private static final List<Ipv6Address> ROUTER_GROUPS = List.of(
            Ipv6Address.ALL_ROUTERS,
            new Ipv6Address(0xff01_0000_0000_0000L, 2),
            new Ipv6Address(0xff05_0000_0000_0000L, 2));

    private final Device device;
    private final List<Ipv6InterfaceAddress> addresses = new ArrayList<>();
    private final List<DuplicateDetection> detections = new ArrayList<>();
    private final Ipv6Groups groups;
    private final RouterSolicitation solicitation;
    private final Map<Ipv6Address, Integer> anycast = new LinkedHashMap<>();
    private boolean ready;
    private boolean awaited;

    Ipv6Device(Device device) {
        this.device = device;
        this.groups = new Ipv6Groups(this);
        this.solicitation = new RouterSolicitation(this);
        groups.join(new Ipv6Address(0xff01_0000_0000_0000L, 1));
        groups.join(Ipv6Address.ALL_NODES);
        groups.loadQuietly();
        if (isRouter()) {
            // Surprising: only that of the link; the other two are joined when forwarding is switched on
            // (ipv6_add_dev).
            if (!isLoopback()) {
                groups.join(Ipv6Address.ALL_ROUTERS);
            }
        }
    }

    private Ipv6AddressRoutes routes() {
        return device.namespace().ipv6().addressRoutes();
    }

    /** Its neighbours are told that it forwards: net.ipv6.conf.DEVICE.forwarding. */
    boolean isRouter() {
        return conf(Ipv6Conf.FORWARDING) != 0;
    }

    /** The anycast addresses that are answered for here. */
    Set<Ipv6Address> anycast() {
        return anycast.keySet();
    }

    Device device() {
        return device;
    }

    VirtualClock clock() {
        return device.namespace().world().clock();
    }

    long random(long bound) {
        return bound <= 0 ? 0 : device.namespace().world().random().nextLong(bound);
    }

    int conf(Ipv6Conf conf) {
        return device.namespace().sysctls().ipv6(device, conf);
    }

    boolean isLoopback() {
        return device.has(DeviceFlag.LOOPBACK);
    }

    /** IF_READY: the device was up with carrier since it was last set down. */
    boolean isReady() {
        return ready;
    }

    /** It will become ready when the kernel next looks. */
    boolean isAwaited() {
        return awaited;
    }

    void await(boolean nowAwaited) {
        awaited = nowAwaited;
    }

    boolean isDisabled() {
        return conf(Ipv6Conf.DISABLE_IPV6) != 0;
    }

    /** Whether all or the device accept duplicate address detection. */
    boolean acceptsDetection() {
        int all = device.namespace().sysctls().ipv6All(Ipv6Conf.ACCEPT_DAD);
        return all >= 1 || conf(Ipv6Conf.ACCEPT_DAD) >= 1;
    }

    List<Ipv6InterfaceAddress> addresses() {
        return Collections.unmodifiableList(addresses);
    }

    Ipv6Groups groups() {
        return groups;
    }

    Optional<Ipv6InterfaceAddress> find(Ipv6Address local) {
        return addresses.stream()
                .filter(address -> address.local().equals(local))
                .findFirst();
    }

    /** The link-local address to send from: one that is not tentative any more (ipv6_get_lladdr). */
    Optional<Ipv6Address> linkLocal() {
        return addresses.stream()
                .filter(address -> address.scope().equals(Scope.LINK) && !address.has(Ipv6AddressFlag.TENTATIVE))
                .map(Ipv6InterfaceAddress::local)
                .findFirst();
    }

    /** Keeps wider scopes first, and of one scope the newest (ipv6_link_dev_addr). */
    void add(Ipv6InterfaceAddress address) {
        int place = 0;
        while (place < addresses.size() && addresses.get(place).scope().compareTo(address.scope()) < 0) {
            place++;
        }
        addresses.add(place, address);
        address.number(device.namespace().ipv6().nextSequence());
        address.set(Ipv6AddressFlag.TENTATIVE, true);
        if (!isLoopback()) {
            joinSolicited(address.local());
        }
        routes().addPrefix(address, clock().now());
        DuplicateDetection detection = new DuplicateDetection(this, address);
        detections.add(detection);
        detection.begin();
    }

    void remove(Ipv6InterfaceAddress address) {
        addresses.remove(address);
        detections.removeIf(detection -> {
            boolean its = detection.address() == address;
            if (its) {
                detection.cancel();
            }
            return its;
        });
        routes().deletePrefix(address, addresses);
        routes().deleteLocal(address);
        if (isRouter() && !address.has(Ipv6AddressFlag.TENTATIVE)) {
            leaveAnycast(address);
        }
        if (!isLoopback()) {
            leaveSolicited(address.local());
        }
    }

    /** What a device that was down could not have (addrconf_permanent_addr). */
    void restoreRoutes() {
        for (Ipv6InterfaceAddress address : addresses) {
            if (!address.has(Ipv6AddressFlag.TENTATIVE)) {
                routes().addLocal(address);
            }
            routes().addPrefix(address, clock().now());
        }
    }

    /** Becomes a router, or a host again (dev_forward_change). */
    void routerChanged() {
        if (isRouter()) {
            joinRouterGroups();
        } else {
            ROUTER_GROUPS.forEach(groups::leave);
        }
        for (Ipv6InterfaceAddress address : addresses) {
            if (address.has(Ipv6AddressFlag.TENTATIVE)) {
                continue;
            }
            if (isRouter()) {
                joinAnycast(address);
            } else {
                leaveAnycast(address);
            }
        }
    }

    private void joinRouterGroups() {
        if (!isLoopback()) {
            ROUTER_GROUPS.forEach(groups::join);
        }
    }

    /** The subnet-router anycast address (RFC 4291, 2.6.1); a point-to-point prefix has none (RFC 6164). */
    private Optional<Ipv6Address> subnetRouter(Ipv6InterfaceAddress address) {
        return Optional.of(
                        Ipv6Prefix.of(address.local(), address.prefixLength()).network())
                .filter(network -> address.prefixLength() < 127 && !network.isUnspecified());
    }

    private void joinAnycast(Ipv6InterfaceAddress address) {
        subnetRouter(address).ifPresent(network -> {
            if (anycast.merge(network, 1, Integer::sum) == 1) {
                routes().addAnycast(network, device);
                groups.join(network.solicitedNode());
            }
        });
    }

    private void leaveAnycast(Ipv6InterfaceAddress address) {
        subnetRouter(address).filter(anycast::containsKey).ifPresent(network -> {
            if (anycast.merge(network, -1, Integer::sum) == 0) {
                anycast.remove(network);
                routes().deleteAnycast(network, device);
                groups.leave(network.solicitedNode());
            }
        });
    }

    /** Up, and its lower layer works: tentative addresses may be examined. */
    void becomeReady() {
        ready = true;
        for (DuplicateDetection detection : List.copyOf(detections)) {
            if (detection.address().has(Ipv6AddressFlag.TENTATIVE)) {
                detection.begin();
            }
        }
    }

    /** Takes all addresses away (addrconf_ifdown); with keep_addr_on_down those stay that are the user's and for ever. */
    void shutDown(boolean mayKeep) {
        ready = false;
        boolean keep = mayKeep
                && !isDisabled()
                && (conf(Ipv6Conf.KEEP_ADDR_ON_DOWN) > 0
                        || device.namespace().sysctls().ipv6All(Ipv6Conf.KEEP_ADDR_ON_DOWN) > 0);
        for (Ipv6InterfaceAddress address : List.copyOf(addresses)) {
            boolean stays = keep
                    && address.has(Ipv6AddressFlag.PERMANENT)
                    && address.scope().compareTo(Scope.LINK) < 0;
            if (stays) {
                suspend(address);
            } else {
                remove(address);
            }
        }
        solicitation.cancel();
        groups.down();
    }

    /** It is examined anew when the device comes up. */
    private void suspend(Ipv6InterfaceAddress address) {
        routes().deleteLocal(address);
        if (isRouter() && !address.has(Ipv6AddressFlag.TENTATIVE)) {
            leaveAnycast(address);
        }
        address.set(Ipv6AddressFlag.TENTATIVE, !address.has(Ipv6AddressFlag.NODAD));
        detections.stream().filter(one -> one.address() == address).forEach(DuplicateDetection::cancel);
    }

    void collide(Ipv6Address target, Optional<Long> nonce) {
        detections.stream().filter(detection -> detection.isFor(target)).forEach(detection -> detection.collide(nonce));
    }

    /** An address may be used from now on. With the first link-local one the device begins to look for routers. */
    void detected(Ipv6InterfaceAddress address) {
        routes().addLocal(address);
        if (isRouter()) {
            joinAnycast(address);
        }
        boolean only =
                addresses.stream().filter(one -> one.scope().equals(Scope.LINK)).count() == 1;
        if (address.scope().equals(Scope.LINK) && only && device.isUp()) {
            groups.reportAfterDetection();
            solicitation.begin();
        }
    }

    /** Sends to a group. Its neighbour entry needs no asking and stays as NOARP, shown by {@code ip neigh show nud all}. */
    void send(Ipv6Packet packet) {
        device.namespace().ipv6().output().sendOn(device, packet);
    }

    /** Nobody asks on a device without neighbour discovery (addrconf_join_solict). */
    private void joinSolicited(Ipv6Address address) {
        if (!device.has(DeviceFlag.NOARP)) {
            groups.join(address.solicitedNode());
        }
    }

    private void leaveSolicited(Ipv6Address address) {
        if (!device.has(DeviceFlag.NOARP)) {
            groups.leave(address.solicitedNode());
        }
    }
}
