package org.vethlab.net.link;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Follows changes of carrier with operational states and events, when the command that caused them is through
 * (net/core/link_watch.c). The kernel may take up to a second over a device whose lower device has the same index; here
 * all are told at once.
 */
public final class LinkWatch {
    private static final long SECOND = 1_000_000_000L;

    private final ArrayDeque<Device> changed = new ArrayDeque<>();
    private long next;

    void add(Device device) {
        if (!changed.contains(device)) {
            changed.add(device);
        }
    }

    void forget(Device device) {
        changed.remove(device);
    }

    /**
     * How long an event that is not urgent waits: the kernel looks at those once a second. A device that is set up and
     * has its carrier at once is not urgent if its lower device, in another namespace, has the same index.
     */
    public long patience(long now) {
        if (now >= next) {
            next = now + SECOND;
            return 0;
        }
        return next - now;
    }

    /** Whether a device's becoming ready may wait (linkwatch_urgent_event). */
    public static boolean mayWait(Device device) {
        return device.lower().filter(lower -> lower.index() == device.index()).isPresent();
    }

    /** Tells all pending changes, and those that they cause. */
    void run() {
        for (Device device = changed.poll(); device != null; device = changed.poll()) {
            device.operState(stateOf(device));
            if (device.isUp()) {
                Events.changed(device);
            }
        }
    }

    /**
     * The kernel looks for the lower device's <em>index</em> in the device's own namespace (default_operstate), so a
     * veth whose peer lives elsewhere reads LOWERLAYERDOWN only if a stranger with that index has no carrier either.
     */
    static OperState stateOf(Device device) {
        if (device.hasCarrier()) {
            return OperState.UP;
        }
        int link = device.lower().map(Device::index).orElse(device.index());
        if (link == device.index()) {
            return OperState.DOWN;
        }
        Optional<Device> lower = device.namespace().devices().byIndex(link);
        return lower.isEmpty() || lower.get().hasCarrier() ? OperState.DOWN : OperState.LOWERLAYERDOWN;
    }
}
