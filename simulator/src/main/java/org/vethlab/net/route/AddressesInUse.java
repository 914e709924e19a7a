package org.vethlab.net.route;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.ipv4.InterfaceAddress;

/**
 * Which local and broadcast routes the remaining addresses of a device still need when one goes: those of addresses
 * that share its primary, for the primary is the source of these routes (the scan in fib_del_ifaddr).
 */
final class AddressesInUse {
    private final List<InterfaceAddress> sharing;

    /**
     * @param remaining the device's addresses without the one that goes
     * @param primary of the address that goes
     */
    AddressesInUse(List<InterfaceAddress> remaining, InterfaceAddress primary) {
        this.sharing = remaining.stream()
                .filter(other -> primaryOf(other, remaining, primary)
                        .filter(its -> its.local().equals(primary.local()))
                        .isPresent())
                .toList();
    }

    private static Optional<InterfaceAddress> primaryOf(
            InterfaceAddress address, List<InterfaceAddress> remaining, InterfaceAddress gone) {
        if (!address.secondary()) {
            return Optional.of(address);
        }
        if (address.sharesSubnetWith(gone)) {
            return Optional.of(gone);
        }
        return remaining.stream()
                .filter(other -> !other.secondary() && other.sharesSubnetWith(address))
                .findFirst();
    }

    boolean needsLocal(Ipv4Address local) {
        return sharing.stream().anyMatch(address -> address.local().equals(local));
    }

    boolean needsBroadcast(Ipv4Address broadcast) {
        for (InterfaceAddress address : sharing) {
            if (address.broadcast().filter(broadcast::equals).isPresent()) {
                return true;
            }
            boolean ends = !address.secondary()
                    && address.prefixLength() < 31
                    && !address.prefix().network().isUnspecified();
            if (ends
                    && (address.prefix().broadcast().equals(broadcast)
                            || address.prefix().network().equals(broadcast))) {
                return true;
            }
        }
        return false;
    }
}
