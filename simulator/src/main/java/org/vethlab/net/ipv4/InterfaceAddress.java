package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.Scope;

/**
 * An IPv4 address of a device (struct in_ifaddr).
 *
 * @param peer the far address of a point-to-point link; the same as {@code local} otherwise
 * @param validLifetime seconds from {@code updatedAt}, {@link #FOREVER} for no end
 * @param noPrefixRoute IFA_F_NOPREFIXROUTE: make no connected route
 * @param metric of the connected route
 * @param updatedAt clock time, in nanoseconds, when the lifetimes were set
 */
public record InterfaceAddress(
        Device device,
        Ipv4Address local,
        Ipv4Address peer,
        int prefixLength,
        Optional<Ipv4Address> broadcast,
        Scope scope,
        String label,
        boolean secondary,
        long validLifetime,
        long preferredLifetime,
        boolean noPrefixRoute,
        long metric,
        long updatedAt) {
    public static final long FOREVER = 0xffff_ffffL;

    private static final long SECOND = 1_000_000_000L;

    /** As a request says it. */
    public InterfaceAddress(
            Device device,
            Ipv4Address local,
            Ipv4Address peer,
            int prefixLength,
            Optional<Ipv4Address> broadcast,
            Scope scope,
            String label,
            boolean secondary,
            long validLifetime,
            long preferredLifetime,
            boolean noPrefixRoute,
            long metric) {
        this(
                device,
                local,
                peer,
                prefixLength,
                broadcast,
                scope,
                label,
                secondary,
                validLifetime,
                preferredLifetime,
                noPrefixRoute,
                metric,
                0);
    }

    /** A plain address of global scope. */
    public static InterfaceAddress of(Device device, Ipv4Address local, int prefixLength) {
        return new InterfaceAddress(
                device,
                local,
                local,
                prefixLength,
                Optional.empty(),
                Scope.GLOBAL,
                device.name(),
                false,
                FOREVER,
                FOREVER,
                false,
                0);
    }

    public Ipv4Prefix prefix() {
        return Ipv4Prefix.of(peer, prefixLength);
    }

    /** inet_ifa_match: the subnet is that of the peer. */
    public boolean covers(Ipv4Address address) {
        return prefix().contains(address);
    }

    public boolean sharesSubnetWith(InterfaceAddress other) {
        return prefixLength == other.prefixLength && covers(other.peer);
    }

    /** IFA_F_PERMANENT is not set: {@code ip addr} says {@code dynamic}. */
    public boolean isDynamic() {
        return validLifetime != FOREVER;
    }

    /** Seconds left until the address goes. */
    public long remainingValid(long now) {
        return remaining(validLifetime, now);
    }

    /** Seconds left until the address is deprecated. */
    public long remainingPreferred(long now) {
        return remaining(preferredLifetime, now);
    }

    private long remaining(long lifetime, long now) {
        if (!isDynamic() || lifetime == FOREVER) {
            return FOREVER;
        }
        return Math.max(0, lifetime - (now - updatedAt) / SECOND);
    }

    /** IFA_F_DEPRECATED: no longer preferred, still valid. */
    public boolean isDeprecated(long now) {
        return preferredLifetime != FOREVER && now - updatedAt >= preferredLifetime * SECOND;
    }

    InterfaceAddress asSecondary(boolean newSecondary) {
        return with(label, newSecondary, scope, validLifetime, preferredLifetime, metric, updatedAt);
    }

    InterfaceAddress withLabel(String newLabel) {
        return with(newLabel, secondary, scope, validLifetime, preferredLifetime, metric, updatedAt);
    }

    InterfaceAddress withLifetimes(long valid, long preferred, long now) {
        return with(label, secondary, scope, valid, preferred, metric, now);
    }

    InterfaceAddress withMetric(long newMetric) {
        return with(label, secondary, scope, validLifetime, preferredLifetime, newMetric, updatedAt);
    }

    private InterfaceAddress with(
            String newLabel,
            boolean newSecondary,
            Scope newScope,
            long valid,
            long preferred,
            long newMetric,
            long newUpdatedAt) {
        return new InterfaceAddress(
                device,
                local,
                peer,
                prefixLength,
                broadcast,
                newScope,
                newLabel,
                newSecondary,
                valid,
                preferred,
                noPrefixRoute,
                newMetric,
                newUpdatedAt);
    }
}
