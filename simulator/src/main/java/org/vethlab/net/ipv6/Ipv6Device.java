package org.vethlab.net.ipv6;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.route.Scope;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv6Packet;

/** A device's part in IPv6 (struct inet6_dev): its addresses and its multicast groups. */
final class Ipv6Device {
    private final Device device;
    private final List<Ipv6InterfaceAddress> addresses = new ArrayList<>();
    private final List<DuplicateDetection> detections = new ArrayList<>();
    private final Ipv6Groups groups;
    private final RouterSolicitation solicitation;
    private boolean ready;
    private long readySequence;

    Ipv6Device(Device device) {
        this.device = device;
        this.groups = new Ipv6Groups(this);
        this.solicitation = new RouterSolicitation(this);
        groups.join(new Ipv6Address(0xff01_0000_0000_0000L, 1));
        groups.join(Ipv6Address.ALL_NODES);
        groups.loadQuietly();
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

    /** Grows with the time at which the device became ready. */
    long readySequence() {
        return readySequence;
    }

    boolean isDisabled() {
        return conf(Ipv6Conf.DISABLE_IPV6) != 0;
    }

    /** Whether all or the device accept duplicate address detection. */
    boolean acceptsDetection() {
        int all = device.namespace().sysctls().number("net/ipv6/conf/all/accept_dad");
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
            groups.join(address.local().solicitedNode());
        }
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
        if (!isLoopback()) {
            groups.leave(address.local().solicitedNode());
        }
    }

    /** Up, and its lower layer works: tentative addresses may be examined. */
    void becomeReady() {
        if (!ready) {
            readySequence = device.namespace().ipv6().nextSequence();
        }
        ready = true;
        for (DuplicateDetection detection : List.copyOf(detections)) {
            if (detection.address().has(Ipv6AddressFlag.TENTATIVE)) {
                detection.begin();
            }
        }
    }

    /** Takes all addresses away (addrconf_ifdown). */
    void shutDown() {
        ready = false;
        List.copyOf(addresses).forEach(this::remove);
        solicitation.cancel();
        groups.down();
    }

    void collide(Ipv6Address target, Optional<Long> nonce) {
        detections.stream().filter(detection -> detection.isFor(target)).forEach(detection -> detection.collide(nonce));
    }

    /** An address may be used from now on. With the first link-local one the device begins to look for routers. */
    void detected(Ipv6InterfaceAddress address) {
        boolean only =
                addresses.stream().filter(one -> one.scope().equals(Scope.LINK)).count() == 1;
        if (address.scope().equals(Scope.LINK) && only && device.isUp()) {
            groups.reportAfterDetection();
            solicitation.begin();
        }
    }

    /** Sends to a group. Its neighbour entry needs no asking and stays as NOARP, shown by {@code ip neigh show nud all}. */
    void send(Ipv6Packet packet) {
        if (remember(packet.destination())) {
            device.transmit(new EthernetFrame(packet.destination().multicastMac(), device.address(), packet));
        }
    }

    /** False if the machine holds too many neighbours: then nothing can be sent. */
    private boolean remember(Ipv6Address group) {
        try {
            device.namespace().neighbours().table(Neighbours.IPV6).get(device, group);
            return true;
        } catch (NetException e) {
            return false;
        }
    }
}
