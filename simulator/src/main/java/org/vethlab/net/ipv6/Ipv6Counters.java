package org.vethlab.net.ipv6;

import java.util.EnumMap;
import java.util.Map;

/** The counters of a namespace's IPv6 stack ({@code /proc/net/snmp6}). */
public final class Ipv6Counters {
    private final Map<Ipv6Counter, Long> values = new EnumMap<>(Ipv6Counter.class);

    public long get(Ipv6Counter counter) {
        return values.getOrDefault(counter, 0L);
    }

    void count(Ipv6Counter counter) {
        values.merge(counter, 1L, Long::sum);
    }
}
