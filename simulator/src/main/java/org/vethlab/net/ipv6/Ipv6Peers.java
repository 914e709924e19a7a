package org.vethlab.net.ipv6;

import java.util.HashMap;
import java.util.Map;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.time.VirtualClock;

/** What is remembered of each host that made this one speak of errors (struct inet_peer): tokens, so that nobody is flooded. */
final class Ipv6Peers {
    static final long SECOND = 1_000_000_000L;

    /** XRLIM_BURST_FACTOR. */
    private static final int BURST = 6;

    private final VirtualClock clock;
    private final Map<Ipv6Address, Peer> peers = new HashMap<>();

    Ipv6Peers(VirtualClock clock) {
        this.clock = clock;
    }

    private static final class Peer {
        long tokens;
        long ratedAt;
    }

    /** Whether a host may hear of one thing more, one each {@code interval} nanoseconds (inet_peer_xrlim_allow). */
    boolean allows(Ipv6Address host, long interval) {
        long now = clock.now();
        Peer peer = peers.computeIfAbsent(host, unknown -> {
            Peer made = new Peer();
            made.ratedAt = now - 60 * SECOND;
            return made;
        });
        peer.tokens = Math.min(peer.tokens + now - peer.ratedAt, BURST * interval);
        peer.ratedAt = now;
        if (peer.tokens < interval) {
            return false;
        }
        peer.tokens -= interval;
        return true;
    }
}
