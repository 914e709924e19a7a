package org.vethlab.net.ipv4;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.sysctl.Ipv4Conf;

/**
 * The IPv4 addresses of a namespace's devices (net/ipv4/devinet.c). A device's first address of a subnet is primary, the
 * others secondary: they share its routes, and go when it goes.
 */
public final class Addresses {
    private final Namespace namespace;
    private final Map<Device, List<InterfaceAddress>> byDevice = new HashMap<>();
    private final Map<Ipv4Address, Deque<Device>> owners = new HashMap<>();
    private final List<AddressListener> listeners = new ArrayList<>();

    public Addresses(Namespace namespace) {
        this.namespace = namespace;
        namespace.devices().addListener(new AddressDeviceEvents(namespace, this));
    }

    /** Listeners are told in the order in which they were added. */
    public void addListener(AddressListener listener) {
        listeners.add(listener);
    }

    /** The addresses of a device in the order of {@code ip addr}. */
    public List<InterfaceAddress> of(Device device) {
        List<InterfaceAddress> list = byDevice.get(device);
        return list == null ? List.of() : Collections.unmodifiableList(list);
    }

    /** Of all devices, in the order of their index. */
    public List<InterfaceAddress> all() {
        List<InterfaceAddress> all = new ArrayList<>();
        for (Device device : namespace.devices().all()) {
            all.addAll(of(device));
        }
        return all;
    }

    /** The device that holds an address; of several the one that got it last (inet_lookup_ifaddr). */
    public Optional<Device> owner(Ipv4Address address) {
        Deque<Device> holders = owners.get(address);
        return holders == null ? Optional.empty() : Optional.ofNullable(holders.peekFirst());
    }

    /** Adds an address; {@code secondary} is found out here. @throws NetException EEXIST, EINVAL */
    public void add(InterfaceAddress address) {
        checkLifetimes(address);
        if (address.local().isUnspecified()) {
            return;
        }
        if (find(address).isPresent()) {
            throw new NetException(Errno.EEXIST, "ipv4: Address already assigned");
        }
        address.device().checkAddress(address.local());
        insert(address.withLifetimes(
                address.validLifetime(),
                address.preferredLifetime(),
                namespace.world().clock().now()));
    }

    /** Changes lifetimes and metric of an address that is there, or adds it ({@code ip addr replace}). */
    public void replace(InterfaceAddress address) {
        Optional<InterfaceAddress> existing = find(address);
        if (existing.isEmpty()) {
            add(address);
            return;
        }
        checkLifetimes(address);
        InterfaceAddress old = existing.get();
        if (old.metric() != address.metric()) {
            namespace.ipv4().routing().changeMetric(old, address.metric());
        }
        long now = namespace.world().clock().now();
        change(
                old,
                old.withMetric(address.metric())
                        .withLifetimes(address.validLifetime(), address.preferredLifetime(), now));
    }

    private static void checkLifetimes(InterfaceAddress address) {
        if (address.validLifetime() == 0 || address.preferredLifetime() > address.validLifetime()) {
            throw new NetException(Errno.EINVAL, "ipv4: address lifetime invalid");
        }
    }

    private Optional<InterfaceAddress> find(InterfaceAddress wanted) {
        return of(wanted.device()).stream()
                .filter(own -> own.sharesSubnetWith(wanted) && own.local().equals(wanted.local()))
                .findFirst();
    }

    private List<InterfaceAddress> list(Device device) {
        return byDevice.computeIfAbsent(device, key -> new ArrayList<>());
    }

    /**
     * __inet_insert_ifa: a primary comes behind the primaries of its own and of nearer scopes, a secondary at the very
     * end, so that primaries and nearer scopes are listed first.
     */
    void insert(InterfaceAddress address) {
        address.device().settings().detachFromDefault();
        List<InterfaceAddress> list = list(address.device());
        boolean secondary = false;
        for (InterfaceAddress other : list) {
            if (!other.sharesSubnetWith(address)) {
                continue;
            }
            if (!other.scope().equals(address.scope())) {
                throw new NetException(Errno.EINVAL, "ipv4: Invalid scope value");
            }
            secondary = true;
        }
        InterfaceAddress inserted = address.asSecondary(secondary);
        list.add(secondary ? list.size() : behindPrimaries(list, address), inserted);
        owners.computeIfAbsent(address.local(), key -> new ArrayDeque<>()).addFirst(address.device());
        watchLifetime(inserted);
        listeners.forEach(listener -> listener.added(inserted));
    }

    private static int behindPrimaries(List<InterfaceAddress> list, InterfaceAddress address) {
        int index = 0;
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).secondary()
                    && address.scope().compareTo(list.get(i).scope()) <= 0) {
                index = i + 1;
            }
        }
        return index;
    }

    /** Deletes the first address that fits. @throws NetException EADDRNOTAVAIL */
    public void delete(AddressMatch match) {
        for (InterfaceAddress address : List.copyOf(of(match.device()))) {
            if (match.matches(address)) {
                remove(address);
                return;
            }
        }
        throw new NetException(Errno.EADDRNOTAVAIL, "ipv4: Address not found");
    }

    public void delete(Device device, Ipv4Address local, Optional<Integer> prefixLength) {
        delete(AddressMatch.of(device, local, prefixLength));
    }

    /** __inet_del_ifa: with a primary go its secondaries, unless promote_secondaries makes the first of them primary. */
    void remove(InterfaceAddress address) {
        List<InterfaceAddress> list = list(address.device());
        List<InterfaceAddress> secondaries = address.secondary()
                ? List.of()
                : list.stream()
                        .filter(other -> other.secondary() && other.sharesSubnetWith(address))
                        .toList();
        if (!secondaries.isEmpty() && namespace.sysctls().isOn(address.device(), Ipv4Conf.PROMOTE_SECONDARIES)) {
            promote(address, secondaries);
            return;
        }
        for (InterfaceAddress secondary : secondaries) {
            drop(secondary);
        }
        drop(address);
    }

    private void drop(InterfaceAddress address) {
        List<InterfaceAddress> list = list(address.device());
        list.remove(address);
        Optional.ofNullable(owners.get(address.local()))
                .ifPresent(holders -> holders.removeFirstOccurrence(address.device()));
        listeners.forEach(listener -> listener.removed(address, list.isEmpty()));
    }

    private void promote(InterfaceAddress primary, List<InterfaceAddress> secondaries) {
        namespace.ipv4().routing().withdrawSecondaries(primary, secondaries);
        List<InterfaceAddress> list = list(primary.device());
        drop(primary);
        InterfaceAddress promoted = secondaries.get(0).asSecondary(false);
        list.remove(secondaries.get(0));
        list.add(behindPrimaries(list, promoted), promoted);
        listeners.forEach(listener -> listener.added(promoted));
        for (InterfaceAddress secondary : secondaries.subList(1, secondaries.size())) {
            namespace.ipv4().routing().added(secondary);
        }
    }

    /** The device leaves the namespace, or its MTU is too small for IP: its addresses go without further ado. */
    void removeAll(Device device) {
        for (InterfaceAddress address : List.copyOf(of(device))) {
            drop(address);
        }
        byDevice.remove(device);
    }

    void change(InterfaceAddress old, InterfaceAddress changed) {
        List<InterfaceAddress> list = list(old.device());
        list.set(list.indexOf(old), changed);
        watchLifetime(changed);
    }

    /** check_lifetime: an address whose valid lifetime has passed is deleted. */
    private void watchLifetime(InterfaceAddress address) {
        if (!address.isDynamic()) {
            return;
        }
        long left = address.updatedAt()
                + address.validLifetime() * 1_000_000_000L
                - namespace.world().clock().now();
        namespace.world().clock().after(left, () -> {
            if (of(address.device()).contains(address)) {
                remove(address);
            }
        });
    }
}
