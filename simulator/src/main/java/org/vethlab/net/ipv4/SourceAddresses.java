package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.route.Scope;
import org.vethlab.net.sysctl.Ipv4Conf;

/** Which own address stands for this host (inet_select_addr, inet_confirm_addr, inet_addr_onlink). */
public final class SourceAddresses {
    private final Namespace namespace;

    public SourceAddresses(Namespace namespace) {
        this.namespace = namespace;
    }

    /**
     * The first primary address of the device, at most of this scope, whose subnet holds the destination, else the
     * first at all; else one of another device, lo first (inet_select_addr). That is why an unnumbered device speaks
     * with the address of another one.
     *
     * @param destination 0.0.0.0 for any
     */
    public Optional<Ipv4Address> select(Device device, Ipv4Address destination, Scope scope) {
        Optional<Ipv4Address> own = selectOn(device, destination, scope);
        if (own.isPresent()) {
            return own;
        }
        return ofDomain(Vrf.of(device), scope);
    }

    /** The first address of a routing domain; that of its VRF's device comes first, as lo's does elsewhere. */
    private Optional<Ipv4Address> ofDomain(Optional<Vrf> domain, Scope scope) {
        Optional<Ipv4Address> first = domain.flatMap(vrf -> selectOn(vrf, Ipv4Address.ANY, scope));
        if (first.isPresent()) {
            return first;
        }
        for (Device other : namespace.devices().all()) {
            if (!Vrf.of(other).equals(domain)) {
                continue;
            }
            for (InterfaceAddress address : namespace.ipv4().addresses().of(other)) {
                if (!address.secondary()
                        && !address.scope().equals(Scope.LINK)
                        && address.scope().compareTo(scope) <= 0) {
                    return Optional.of(address.local());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Ipv4Address> selectOn(Device device, Ipv4Address destination, Scope scope) {
        Optional<Ipv4Address> first = Optional.empty();
        int widest = widest(device);
        for (InterfaceAddress address : namespace.ipv4().addresses().of(device)) {
            if (address.secondary() || Math.min(address.scope().code(), widest) > scope.code()) {
                continue;
            }
            if (destination.isUnspecified() || address.covers(destination)) {
                return Optional.of(address.local());
            }
            first = first.isPresent() ? first : Optional.of(address.local());
        }
        return first;
    }

    /** With route_localnet addresses of scope host may leave the host. */
    private int widest(Device device) {
        return (namespace.sysctls().isOn(device, Ipv4Conf.ROUTE_LOCALNET) ? Scope.LINK : Scope.HOST).code();
    }

    /**
     * Whether an own address exists (inet_confirm_addr).
     *
     * @param device where to look, or on all devices
     * @param destination which the address's subnet must hold; 0.0.0.0 for any
     * @param local the address; 0.0.0.0 for any that fits
     */
    public Optional<Ipv4Address> confirm(
            Optional<Device> device, Ipv4Address destination, Ipv4Address local, Scope scope) {
        if (device.isPresent()) {
            return confirmOn(device.get(), destination, local, scope);
        }
        for (Device each : namespace.devices().all()) {
            Optional<Ipv4Address> found = confirmOn(each, destination, local, scope);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Ipv4Address> confirmOn(Device device, Ipv4Address destination, Ipv4Address local, Scope scope) {
        Optional<Ipv4Address> chosen = Optional.empty();
        boolean same = false;
        int widest = widest(device);
        for (InterfaceAddress address : namespace.ipv4().addresses().of(device)) {
            boolean inScope = Math.min(address.scope().code(), widest) <= scope.code();
            if (chosen.isEmpty() && (local.isUnspecified() || local.equals(address.local())) && inScope) {
                chosen = Optional.of(address.local());
                if (same) {
                    return chosen;
                }
            }
            if (same) {
                continue;
            }
            same = (local.isUnspecified() || address.covers(local))
                    && (destination.isUnspecified() || address.covers(destination));
            if (!same || chosen.isEmpty()) {
                continue;
            }
            if (!local.isUnspecified() || destination.isUnspecified() || address.covers(chosen.get())) {
                return chosen;
            }
            if (inScope) {
                return Optional.of(address.local());
            }
            same = false;
        }
        return same ? chosen : Optional.empty();
    }

    /** Whether some subnet of the device holds both (inet_addr_onlink); {@code second} 0.0.0.0 for any. */
    public boolean onLink(Device device, Ipv4Address first, Ipv4Address second) {
        for (InterfaceAddress address : namespace.ipv4().addresses().of(device)) {
            if (address.covers(first) && (second.isUnspecified() || address.covers(second))) {
                return true;
            }
        }
        return false;
    }
}
