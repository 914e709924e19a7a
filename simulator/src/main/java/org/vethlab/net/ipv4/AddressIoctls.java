package org.vethlab.net.ipv4;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.route.Scope;

/**
 * Addresses as {@code ifconfig} sets them (devinet_ioctl): one for each label, and whatever is not said follows from the
 * class of the address, as before RFC 1519.
 */
public final class AddressIoctls {
    private static final int HOST_LENGTH = 32;

    private final Namespace namespace;

    public AddressIoctls(Namespace namespace) {
        this.namespace = namespace;
    }

    /** The address with a label: {@code eth0} or an alias such as {@code eth0:1} (SIOCGIFADDR). */
    public Optional<InterfaceAddress> get(String label) {
        return device(label).flatMap(device -> find(device, label));
    }

    /** The device of a label: what stands before the colon. */
    public Optional<Device> device(String label) {
        int colon = label.indexOf(':');
        return namespace.devices().byName(colon < 0 ? label : label.substring(0, colon));
    }

    /** SIOCSIFADDR. 0.0.0.0 deletes the address. @throws NetException ENODEV, EINVAL for a multicast address */
    public void setAddress(String label, Ipv4Address address) {
        Device device = device(label).orElseThrow(() -> new NetException(Errno.ENODEV));
        int length = classLength(address);
        Optional<InterfaceAddress> old = find(device, label);
        if (old.isPresent() && old.get().local().equals(address)) {
            return;
        }
        old.ifPresent(this::delete);
        boolean pointToPoint = device.has(DeviceFlag.POINTOPOINT);
        boolean broadcasts = !pointToPoint && device.has(DeviceFlag.BROADCAST) && length < 31;
        Optional<Ipv4Address> broadcast =
                broadcasts ? Optional.of(Ipv4Prefix.of(address, length).broadcast()) : Optional.empty();
        insert(new InterfaceAddress(
                device,
                address,
                address,
                pointToPoint ? HOST_LENGTH : length,
                broadcast,
                Scope.GLOBAL,
                label,
                false,
                InterfaceAddress.FOREVER,
                InterfaceAddress.FOREVER,
                false,
                0));
    }

    /** SIOCSIFNETMASK. A broadcast address that fitted the old mask follows. @throws NetException EINVAL */
    public void setNetmask(String label, Ipv4Address mask) {
        InterfaceAddress old = existing(label);
        int length = Integer.bitCount(mask.bits());
        if (Ipv4Prefix.mask(length) != mask.bits()) {
            throw new NetException(Errno.EINVAL);
        }
        Ipv4Address fitting = Ipv4Prefix.of(old.local(), old.prefixLength()).broadcast();
        boolean follows = old.device().has(DeviceFlag.BROADCAST)
                && length < 31
                && old.broadcast().equals(Optional.of(fitting));
        Optional<Ipv4Address> broadcast =
                follows ? Optional.of(Ipv4Prefix.of(old.local(), length).broadcast()) : old.broadcast();
        if (length != old.prefixLength()) {
            delete(old);
            try {
                insert(with(old, old.peer(), length, broadcast));
            } catch (NetException e) {
                return; // the kernel does not ask whether the changed address could be put back: it is gone
            }
        }
    }

    /** SIOCSIFBRDADDR. */
    public void setBroadcast(String label, Ipv4Address broadcast) {
        InterfaceAddress old = existing(label);
        if (!old.broadcast().equals(Optional.of(broadcast))) {
            change(old, address -> with(address, address.peer(), address.prefixLength(), Optional.of(broadcast)));
        }
    }

    /** SIOCSIFDSTADDR. @throws NetException EINVAL for a multicast address */
    public void setPeer(String label, Ipv4Address peer) {
        InterfaceAddress old = existing(label);
        classLength(peer);
        if (!old.peer().equals(peer)) {
            change(old, address -> with(address, peer, address.prefixLength(), address.broadcast()));
        }
    }

    /** What taking the flag UP from an alias does: the address goes. @throws NetException EADDRNOTAVAIL */
    public void delete(String label) {
        delete(existing(label));
    }

    private InterfaceAddress existing(String label) {
        Device device = device(label).orElseThrow(() -> new NetException(Errno.ENODEV));
        return find(device, label).orElseThrow(() -> new NetException(Errno.EADDRNOTAVAIL));
    }

    private Optional<InterfaceAddress> find(Device device, String label) {
        return namespace.ipv4().addresses().of(device).stream()
                .filter(address -> address.label().equals(label))
                .findFirst();
    }

    private void change(InterfaceAddress old, UnaryOperator<InterfaceAddress> change) {
        delete(old);
        insert(change.apply(old));
    }

    private void delete(InterfaceAddress address) {
        AddressMatch.Subnet subnet = new AddressMatch.Subnet(address.peer(), address.prefixLength());
        namespace
                .ipv4()
                .addresses()
                .delete(new AddressMatch(
                        address.device(),
                        Optional.of(address.local()),
                        Optional.of(subnet),
                        Optional.of(address.label())));
    }

    /** inet_set_ifa: a loopback address has the scope of the host. */
    private void insert(InterfaceAddress address) {
        Scope scope = address.local().isLoopback() ? Scope.HOST : address.scope();
        namespace
                .ipv4()
                .addresses()
                .add(new InterfaceAddress(
                        address.device(),
                        address.local(),
                        address.peer(),
                        address.prefixLength(),
                        address.broadcast(),
                        scope,
                        address.label(),
                        false,
                        address.validLifetime(),
                        address.preferredLifetime(),
                        address.noPrefixRoute(),
                        address.metric()));
    }

    private static InterfaceAddress with(
            InterfaceAddress address, Ipv4Address peer, int prefixLength, Optional<Ipv4Address> broadcast) {
        return new InterfaceAddress(
                address.device(),
                address.local(),
                peer,
                prefixLength,
                broadcast,
                address.scope(),
                address.label(),
                address.secondary(),
                address.validLifetime(),
                address.preferredLifetime(),
                address.noPrefixRoute(),
                address.metric());
    }

    /** inet_abc_len: the prefix length of class A, B or C; a class E address is a host, a class D one is none. */
    private static int classLength(Ipv4Address address) {
        if (address.isZeronet() || address.isBroadcast()) {
            return 0;
        }
        int first = address.octet(0);
        if (address.isMulticast()) {
            throw new NetException(Errno.EINVAL);
        }
        if (first >= 240) {
            return HOST_LENGTH;
        }
        return first < 128 ? 8 : first < 192 ? 16 : 24;
    }
}
