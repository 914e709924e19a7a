package org.vethlab.net.ipv6;

import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.time.Timer;

/** Asks for routers: at once, after some four seconds, and ever less often (RFC 4861, 6.3.7; RFC 7559). */
final class RouterSolicitation {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLIONTHS = 1_000_000L;

    private final Ipv6Device owner;
    private final Timer timer;
    private long interval;
    private int sent;

    RouterSolicitation(Ipv6Device owner) {
        this.owner = owner;
        this.timer = owner.clock().idle(this::again);
    }

    void begin() {
        boolean forwarding = owner.conf(Ipv6Conf.FORWARDING) != 0;
        int accept = owner.conf(Ipv6Conf.ACCEPT_RA);
        boolean listens = forwarding ? accept == 2 : accept != 0;
        if (!listens || owner.conf(Ipv6Conf.ROUTER_SOLICITATIONS) == 0 || owner.isLoopback()) {
            return;
        }
        sent = 0;
        interval = scale(owner.conf(Ipv6Conf.ROUTER_SOLICITATION_INTERVAL) * SECOND, 900_000);
        solicit();
    }

    private void again() {
        long longest = owner.conf(Ipv6Conf.ROUTER_SOLICITATION_MAX_INTERVAL) * SECOND;
        interval = scale(interval, 1_900_000);
        if (interval > longest) {
            interval = scale(longest, 900_000);
        }
        solicit();
    }

    private void solicit() {
        Ipv6Address source = owner.linkLocal().orElse(Ipv6Address.ANY);
        owner.send(NeighbourMessages.routerSolicitation(source, owner.device().address()));
        sent++;
        int most = owner.conf(Ipv6Conf.ROUTER_SOLICITATIONS);
        if (most < 0 || sent < most) {
            owner.clock().start(timer, interval);
        }
    }

    /** The time, up to a fifth longer than {@code least} millionths of it (rfc3315_s14_backoff). */
    private long scale(long time, long least) {
        return time / MILLIONTHS * (least + owner.random(200_001));
    }

    void cancel() {
        timer.cancel();
    }
}
