package org.vethlab.net.ipv6;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route6.Ipv6Route;
import org.vethlab.net.route6.Ipv6RouteResult;
import org.vethlab.net.sysctl.Ipv6Conf;

/** Which own address a packet gets as its source (ipv6_dev_get_saddr; RFC 6724, 5). */
public final class Ipv6SourceAddresses {
    private static final int LINK_LOCAL = 2;
    private static final int SITE_LOCAL = 5;
    private static final int GLOBAL = 14;

    private final Ipv6 stack;

    Ipv6SourceAddresses(Ipv6 stack) {
        this.stack = stack;
    }

    /** The route's own source, else the best of all (ip6_route_get_saddr). */
    public Optional<Ipv6Address> select(Ipv6RouteResult route, Ipv6Address destination) {
        Optional<Ipv6Address> preferred = route.route().flatMap(Ipv6Route::preferredSource);
        Optional<Device> device =
                route.type() == RouteType.LOCAL ? route.route().flatMap(Ipv6Route::device) : route.device();
        return preferred.isPresent() ? preferred : select(device, destination);
    }

    /**
     * Of all own addresses, by rules of which each decides only where those before it see no difference. What is meant for
     * one link gets an address of that link.
     */
    public Optional<Ipv6Address> select(Optional<Device> device, Ipv6Address destination) {
        boolean onlyThere = device.isPresent()
                && (destination.isMulticast()
                        || scope(destination) <= LINK_LOCAL
                        || stack.conf(device.get(), Ipv6Conf.USE_OIF_ADDRS_ONLY) != 0);
        List<Ipv6InterfaceAddress> candidates = onlyThere
                ? stack.addresses().of(device.get())
                : stack.namespace().devices().all().stream()
                        .flatMap(each -> stack.addresses().of(each).stream())
                        .toList();
        Optional<Ipv6InterfaceAddress> best = Optional.empty();
        for (Ipv6InterfaceAddress candidate : candidates) {
            boolean usable = !candidate.has(Ipv6AddressFlag.TENTATIVE)
                    && !candidate.local().isMulticast();
            if (usable && (best.isEmpty() || isBetter(candidate, best.get(), device, destination))) {
                best = Optional.of(candidate);
            }
        }
        return best.map(Ipv6InterfaceAddress::local);
    }

    private boolean isBetter(
            Ipv6InterfaceAddress one, Ipv6InterfaceAddress other, Optional<Device> device, Ipv6Address destination) {
        for (Rule rule : Rule.values()) {
            int difference = score(rule, one, device, destination) - score(rule, other, device, destination);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }

    /** IPV6_SADDR_RULE_*, in their order. */
    private enum Rule {
        LOCAL,
        SCOPE,
        PREFERRED,
        OUTPUT_DEVICE,
        LABEL,
        PRIVACY,
        LONGEST_PREFIX
    }

    private int score(Rule rule, Ipv6InterfaceAddress candidate, Optional<Device> device, Ipv6Address destination) {
        Ipv6Address address = candidate.local();
        return switch (rule) {
            case LOCAL -> yes(address.equals(destination));
            case SCOPE -> scope(address) >= scope(destination) ? -scope(address) : scope(address) - 128;
            case PREFERRED -> yes(!candidate.has(Ipv6AddressFlag.DEPRECATED));
            case OUTPUT_DEVICE -> yes(device.isEmpty() || device.get() == candidate.device());
            case LABEL ->
                yes(stack.labels().of(address, Optional.of(candidate.device()))
                        == stack.labels().of(destination, device));
            case PRIVACY -> {
                boolean prefersTemporary = stack.conf(candidate.device(), Ipv6Conf.USE_TEMPADDR) >= 2;
                yield yes(candidate.has(Ipv6AddressFlag.TEMPORARY) == prefersTemporary);
            }
            case LONGEST_PREFIX -> Math.min(commonBits(address, destination), candidate.prefixLength());
        };
    }

    private static int yes(boolean holds) {
        return holds ? 1 : 0;
    }

    /** How far an address reaches: a group says it itself (RFC 4291, 2.7). */
    private static int scope(Ipv6Address address) {
        if (address.isMulticast()) {
            return address.group(0) & 15;
        }
        if (address.isLinkLocal() || address.isLoopback()) {
            return LINK_LOCAL;
        }
        return address.high() >>> 54 == 0xfec0 >>> 6 ? SITE_LOCAL : GLOBAL;
    }

    private static int commonBits(Ipv6Address one, Ipv6Address other) {
        int high = Long.numberOfLeadingZeros(one.high() ^ other.high());
        return high < Long.SIZE ? high : high + Long.numberOfLeadingZeros(one.low() ^ other.low());
    }
}
