package org.vethlab.net.ipv4;

import java.util.EnumMap;
import java.util.Map;

/** The counters of a namespace's IPv4 stack ({@code /proc/net/snmp}). */
public final class Counters {
    private final Map<Counter, Long> values = new EnumMap<>(Counter.class);

    public long get(Counter counter) {
        return values.getOrDefault(counter, 0L);
    }

    public void count(Counter counter) {
        values.merge(counter, 1L, Long::sum);
    }
}
