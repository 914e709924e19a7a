package org.vethlab.net.ipv4;

import java.util.HashMap;
import java.util.Map;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.time.VirtualClock;

/**
 * What is remembered of each host that made this one speak of errors (struct inet_peer): tokens, so that nobody is
 * flooded. Surprising: "no route" takes a token twice, once as a routing error and once as an ICMP message, so that
 * three of them come in a row where six of other kinds would.
 */
final class Peers {
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1000 * MILLISECOND;

    /** XRLIM_BURST_FACTOR. */
    private static final int ICMP_BURST = 6;

    /** net.ipv4.route.error_burst, error_cost. */
    private static final long ROUTE_ERROR_BURST = 5 * SECOND;

    private static final long ROUTE_ERROR_COST = SECOND;

    /** net.ipv4.route.redirect_load, redirect_number, redirect_silence. */
    private static final long REDIRECT_LOAD = 20 * MILLISECOND;

    private static final int REDIRECT_NUMBER = 9;
    private static final long REDIRECT_SILENCE = REDIRECT_LOAD << REDIRECT_NUMBER + 1;

    private final VirtualClock clock;
    private final Ipv4Settings settings;
    private final Map<Ipv4Address, Peer> peers = new HashMap<>();
    private long globalTokens;
    private long globalFilledAt;

    Peers(VirtualClock clock, Ipv4Settings settings) {
        this.clock = clock;
        this.settings = settings;
        this.globalFilledAt = -SECOND;
    }

    private static final class Peer {
        long tokens;
        long ratedAt;
        int redirects;
    }

    /** icmp_msgs_per_sec for all together, with bursts of icmp_msgs_burst (icmp_global_allow). */
    boolean allowsIcmpAtAll() {
        long perSecond = settings.icmpPerSecond.value();
        long burst = settings.icmpBurst.value();
        long earned = Math.min(clock.now() - globalFilledAt, SECOND) * perSecond / SECOND;
        if (earned > 0) {
            globalTokens = Math.min(globalTokens + earned, burst);
            globalFilledAt = clock.now();
        }
        if (globalTokens == 0) {
            return false;
        }
        globalTokens--;
        return true;
    }

    /** Six ICMP messages at once to one host, then one each icmp_ratelimit milliseconds (inet_peer_xrlim_allow). */
    boolean allowsIcmp(Ipv4Address destination) {
        long interval = settings.icmpRateLimit.value() * MILLISECOND;
        return interval == 0 || take(peer(destination), interval, ICMP_BURST * interval);
    }

    /** Whether a host may be told once more that there is no route (ip_error). */
    boolean allowsRouteError(Ipv4Address source) {
        return take(peer(source), ROUTE_ERROR_COST, ROUTE_ERROR_BURST);
    }

    /** Whether a host may be redirected once more: ever more slowly, then not at all (ip_rt_send_redirect). */
    boolean allowsRedirect(Ipv4Address source) {
        Peer peer = peer(source);
        long now = clock.now();
        if (now > peer.ratedAt + REDIRECT_SILENCE) {
            peer.tokens = 0;
            peer.redirects = 0;
        }
        if (peer.redirects >= REDIRECT_NUMBER) {
            peer.ratedAt = now;
            return false;
        }
        return peer.redirects == 0 || now > peer.ratedAt + (REDIRECT_LOAD << peer.redirects);
    }

    void redirected(Ipv4Address source) {
        Peer peer = peer(source);
        peer.ratedAt = clock.now();
        peer.redirects++;
    }

    private boolean take(Peer peer, long cost, long most) {
        long now = clock.now();
        peer.tokens = Math.min(peer.tokens + now - peer.ratedAt, most);
        peer.ratedAt = now;
        if (peer.tokens < cost) {
            return false;
        }
        peer.tokens -= cost;
        return true;
    }

    private Peer peer(Ipv4Address address) {
        return peers.computeIfAbsent(address, a -> {
            Peer peer = new Peer();
            peer.ratedAt = clock.now() - 60 * SECOND;
            return peer;
        });
    }
}
