package org.vethlab.net.route;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The metrics of a route (struct dst_metrics).
 *
 * @param values in the order of RTAX_*
 * @param congestionControl the name of an algorithm of TCP, empty for none
 * @param locked those that the kernel may not change by itself (RTAX_LOCK); {@code mtu lock} stops path MTU discovery
 */
public record RouteMetrics(Map<RouteMetric, Long> values, Set<RouteMetric> locked, String congestionControl) {
    public static final RouteMetrics NONE = new RouteMetrics(Map.of(), Set.of(), "");

    public RouteMetrics {
        EnumMap<RouteMetric, Long> sorted = new EnumMap<>(RouteMetric.class);
        sorted.putAll(values);
        EnumSet<RouteMetric> locks = EnumSet.noneOf(RouteMetric.class);
        locks.addAll(locked);
        values = Collections.unmodifiableMap(sorted);
        locked = Collections.unmodifiableSet(locks);
    }

    public static RouteMetrics of(RouteMetric metric, long value) {
        return new RouteMetrics(Map.of(metric, value), Set.of(), "");
    }

    /** The same with one value changed, and locked if so said. */
    public RouteMetrics with(RouteMetric metric, long value, boolean lock) {
        Map<RouteMetric, Long> newValues = new EnumMap<>(RouteMetric.class);
        newValues.putAll(values);
        newValues.put(metric, value);
        Set<RouteMetric> newLocks = EnumSet.noneOf(RouteMetric.class);
        newLocks.addAll(locked);
        if (lock) {
            newLocks.add(metric);
        }
        return new RouteMetrics(newValues, newLocks, congestionControl);
    }

    /** As the kernel keeps them (ip_metrics_convert): not above their limits, and 0 is none. */
    public RouteMetrics kept() {
        Map<RouteMetric, Long> kept = new EnumMap<>(RouteMetric.class);
        values.forEach((metric, value) -> {
            if (value != 0) {
                kept.put(metric, Math.min(value, metric.limit()));
            }
        });
        return new RouteMetrics(kept, locked, congestionControl);
    }

    boolean sameAs(RouteMetrics other) {
        return values.equals(other.values)
                && locked.equals(other.locked)
                && congestionControl.equals(other.congestionControl);
    }

    public OptionalLong get(RouteMetric metric) {
        Long value = values.get(metric);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public boolean isLocked(RouteMetric metric) {
        return locked.contains(metric);
    }

    public boolean isEmpty() {
        return values.isEmpty() && locked.isEmpty() && congestionControl.isEmpty();
    }
}
