package org.vethlab.net.ipv6;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;

/** The IPv6 addresses of a namespace's devices, and the commands on them (inet6_rtm_newaddr). */
public final class Ipv6Addresses {
    private static final long SECOND = 1_000_000_000L;

    private final Ipv6 ipv6;

    Ipv6Addresses(Ipv6 ipv6) {
        this.ipv6 = ipv6;
    }

    /** The addresses of a device in the order of {@code ip addr}. */
    public List<Ipv6InterfaceAddress> of(Device device) {
        return ipv6.find(device).map(Ipv6Device::addresses).orElse(List.of());
    }

    /** The groups that a device listens to. */
    public Optional<Ipv6Groups> groups(Device device) {
        return ipv6.find(device).map(Ipv6Device::groups);
    }

    /** Adds an address. @throws NetException EEXIST, EACCES, EADDRNOTAVAIL, EINVAL */
    public void add(Ipv6AddressRequest request) {
        Ipv6Device found = usable(request.device());
        if (found.find(request.local()).isPresent()) {
            throw new NetException(Errno.EEXIST, "ipv6: address already assigned");
        }
        check(request);
        Ipv6InterfaceAddress address =
                new Ipv6InterfaceAddress(request, found.clock().now());
        if (request.device().isUp() && !request.device().has(DeviceFlag.LOOPBACK)) {
            ipv6.addressRoutes().addMulticast(request.device());
        }
        found.add(address);
        scheduleEnd(found, address, request);
    }

    /** Changes lifetimes and flags of an address that is there, or adds it. @throws NetException as {@link #add} */
    public void replace(Ipv6AddressRequest request) {
        Ipv6Device found = usable(request.device());
        Optional<Ipv6InterfaceAddress> known = found.find(request.local());
        if (known.isEmpty()) {
            add(request);
            return;
        }
        known.get().change(request, found.clock().now());
        ipv6.addressRoutes().changePrefix(known.get(), found.clock().now());
        scheduleEnd(found, known.get(), request);
    }

    /** @throws NetException EADDRNOTAVAIL */
    public void delete(Device device, Ipv6Address local, int prefixLength) {
        Ipv6Device found = ipv6.find(device).orElseThrow(Ipv6Addresses::notFound);
        found.remove(found.find(local)
                .filter(address -> address.prefixLength() == prefixLength)
                .orElseThrow(Ipv6Addresses::notFound));
    }

    private static NetException notFound() {
        return new NetException(Errno.EADDRNOTAVAIL, "ipv6: address not found");
    }

    private Ipv6Device usable(Device device) {
        Ipv6Device found = ipv6.find(device).orElseThrow(() -> new NetException(Errno.EINVAL));
        if (found.isDisabled()) {
            throw new NetException(Errno.EACCES, "ipv6: IPv6 is disabled on this device");
        }
        return found;
    }

    private static void check(Ipv6AddressRequest request) {
        Ipv6Address local = request.local();
        if (local.isUnspecified()) {
            throw new NetException(Errno.EADDRNOTAVAIL, "ipv6: Invalid address");
        }
        if (local.isMulticast() && !request.flags().contains(Ipv6AddressFlag.MCAUTOJOIN)) {
            throw new NetException(
                    Errno.EADDRNOTAVAIL, "ipv6: Cannot assign multicast address without \"IFA_F_MCAUTOJOIN\" flag");
        }
        if (local.isLoopback() && !request.device().has(DeviceFlag.LOOPBACK)) {
            throw new NetException(Errno.EADDRNOTAVAIL, "ipv6: Cannot assign loopback address on this device");
        }
    }

    /** Deprecates and deletes the address when its lifetimes end; not if they were changed meanwhile (addrconf_verify). */
    private static void scheduleEnd(Ipv6Device found, Ipv6InterfaceAddress address, Ipv6AddressRequest request) {
        if (request.preferredLifetime() != Ipv6InterfaceAddress.FOREVER) {
            found.clock().after(request.preferredLifetime() * SECOND, () -> {
                boolean over = address.preferredLifetime(found.clock().now()) == 0;
                address.set(Ipv6AddressFlag.DEPRECATED, over);
            });
        }
        if (request.validLifetime() != Ipv6InterfaceAddress.FOREVER) {
            found.clock().after(request.validLifetime() * SECOND, () -> {
                boolean over = address.validLifetime(found.clock().now()) == 0;
                if (over && found.addresses().contains(address)) {
                    found.remove(address);
                }
            });
        }
    }
}
