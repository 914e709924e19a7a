package org.vethlab.net;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vethlab.time.Timer;
import org.vethlab.time.VirtualClock;

/**
 * Fragments that wait for the rest of their packets (net/ipv4/inet_fragment.c).
 *
 * @param <K> what the fragments of a packet have in common
 * @param <F> a fragment
 */
public final class FragmentQueues<K, F> {
    private static final long SECOND = 1_000_000_000L;

    private final VirtualClock clock;
    private final Owner<F> owner;
    private final Map<K, Queue<F>> queues = new HashMap<>();

    /** What differs between IPv4 and IPv6. */
    public interface Owner<F> {
        Extent extent(F fragment);

        /** Seconds until a packet is given up that is not complete by then. */
        long patience();

        /** A packet is given up. @param first its first fragment, if that came */
        void giveUp(Optional<F> first);
    }

    /**
     * Which part of its packet a fragment is.
     *
     * @param offset of its first byte
     * @param length in bytes
     * @param more whether others follow it
     */
    public record Extent(int offset, int length, boolean more) {}

    private static final class Queue<F> {
        private final TreeMap<Integer, F> fragments = new TreeMap<>();
        private Optional<Timer> timer = Optional.empty();
    }

    public FragmentQueues(VirtualClock clock, Owner<F> owner) {
        this.clock = clock;
        this.owner = owner;
    }

    /** Takes a fragment; gives all of its packet, in order, once they are complete. */
    public Optional<List<F>> add(K key, F fragment) {
        Queue<F> queue = queues.computeIfAbsent(key, this::open);
        queue.fragments.putIfAbsent(owner.extent(fragment).offset(), fragment);
        if (!isComplete(queue)) {
            return Optional.empty();
        }
        close(key, queue);
        return Optional.of(List.copyOf(queue.fragments.values()));
    }

    private Queue<F> open(K key) {
        Queue<F> queue = new Queue<>();
        queue.timer = Optional.of(clock.after(owner.patience() * SECOND, () -> giveUp(key, queue)));
        return queue;
    }

    private void close(K key, Queue<F> queue) {
        queues.remove(key);
        queue.timer.ifPresent(Timer::cancel);
    }

    private void giveUp(K key, Queue<F> queue) {
        close(key, queue);
        owner.giveUp(Optional.ofNullable(queue.fragments.get(0)));
    }

    private boolean isComplete(Queue<F> queue) {
        int end = 0;
        for (F fragment : queue.fragments.values()) {
            Extent extent = owner.extent(fragment);
            if (extent.offset() != end) {
                return false;
            }
            end += extent.length();
            if (!extent.more()) {
                return true;
            }
        }
        return false;
    }
}
