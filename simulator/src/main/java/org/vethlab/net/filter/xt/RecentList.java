package org.vethlab.net.filter.xt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.IpAddress;

/** When the addresses of a list were seen ({@code /proc/net/xt_recent/NAME}). */
public final class RecentList {
    private static final long SECOND = 1_000_000_000L;

    /** ip_pkt_list_tot: more are not remembered. */
    private static final int MOST = 20;

    private final String name;
    private final boolean ipv6;
    private final Map<IpAddress, Deque<Long>> seen = new LinkedHashMap<>();

    public RecentList(String name, boolean ipv6) {
        this.name = name;
        this.ipv6 = ipv6;
    }

    /** Whether its addresses are those of IPv6. */
    public boolean isIpv6() {
        return ipv6;
    }

    public String name() {
        return name;
    }

    void add(IpAddress address, long now) {
        Deque<Long> stamps = seen.computeIfAbsent(address, unused -> new ArrayDeque<>());
        stamps.addLast(now);
        if (stamps.size() > MOST) {
            stamps.removeFirst();
        }
    }

    boolean remove(IpAddress address) {
        return seen.remove(address) != null;
    }

    boolean isSeen(IpAddress address, long now, Optional<Integer> seconds, Optional<Integer> hits) {
        Deque<Long> stamps = seen.getOrDefault(address, new ArrayDeque<>());
        long since = seconds.map(span -> now - span * SECOND).orElse(Long.MIN_VALUE);
        long count = stamps.stream().filter(stamp -> stamp >= since).count();
        return count >= hits.orElse(1);
    }

    @Override
    public String toString() {
        return name;
    }
}
