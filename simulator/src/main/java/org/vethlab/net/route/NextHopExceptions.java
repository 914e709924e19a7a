package org.vethlab.net.route;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;

/** What ICMP has taught about single destinations behind a next hop (struct fib_nh_exception). */
final class NextHopExceptions {
    private final Map<Ipv4Address, Learnt> byDestination = new HashMap<>(0);

    /**
     * @param gateway from a redirect
     * @param pathMtu from "fragmentation needed", 0 for none
     * @param mtuLocked the path's MTU is below net.ipv4.route.min_pmtu, which was taken in its place
     * @param expires clock time in nanoseconds
     */
    record Learnt(Optional<Ipv4Address> gateway, int pathMtu, boolean mtuLocked, long expires) {}

    Optional<Learnt> find(Ipv4Address destination, long now) {
        if (byDestination.isEmpty()) {
            return Optional.empty();
        }
        Learnt learnt = byDestination.get(destination);
        return learnt == null || learnt.expires() < now ? Optional.empty() : Optional.of(learnt);
    }

    /** update_or_create_fnhe: a redirect keeps a path MTU that is there, and the other way round. */
    void learnGateway(Ipv4Address destination, Ipv4Address gateway, long expires) {
        Learnt old = byDestination.get(destination);
        byDestination.put(
                destination,
                old == null
                        ? new Learnt(Optional.of(gateway), 0, false, expires)
                        : new Learnt(Optional.of(gateway), old.pathMtu(), old.mtuLocked(), expires));
    }

    void learnPathMtu(Ipv4Address destination, int pathMtu, boolean locked, long expires) {
        Learnt old = byDestination.get(destination);
        byDestination.put(
                destination, new Learnt(old == null ? Optional.empty() : old.gateway(), pathMtu, locked, expires));
    }

    /** The device's MTU changed (fib_nhc_update_mtu). */
    void deviceMtuChanged(int newMtu, int oldMtu) {
        byDestination.replaceAll((destination, old) -> {
            boolean takes = old.mtuLocked()
                    ? newMtu <= old.pathMtu()
                    : old.pathMtu() != 0 && (newMtu < old.pathMtu() || oldMtu == old.pathMtu());
            return takes ? new Learnt(old.gateway(), newMtu, false, old.expires()) : old;
        });
    }

    Map<Ipv4Address, Learnt> all() {
        return byDestination;
    }

    void clear() {
        byDestination.clear();
    }
}
