package org.vethlab.net.sched;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Classes by their id, in the kernel's hash (struct Qdisc_class_hash). Its order is what {@code tc class show} shows: by
 * bucket, in each the newest first, and turned round whenever the table grows.
 */
final class ClassTable<C extends TrafficClass> {
    private static final int FIRST_SIZE = 4;

    private List<Deque<C>> buckets = empty(FIRST_SIZE);
    private int size;

    private static <C> List<Deque<C>> empty(int count) {
        List<Deque<C>> buckets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            buckets.add(new ArrayDeque<>());
        }
        return buckets;
    }

    /** qdisc_class_hash. */
    private static int bucketOf(Handle id, int count) {
        int folded = id.value() ^ id.value() >>> 8;
        folded ^= folded >>> 4;
        return folded & count - 1;
    }

    void add(C one) {
        buckets.get(bucketOf(one.id(), buckets.size())).addFirst(one);
        size++;
        if (size * 4 > buckets.size() * 3) {
            grow();
        }
    }

    private void grow() {
        List<C> all = list();
        buckets = empty(2 * buckets.size());
        all.forEach(one -> buckets.get(bucketOf(one.id(), buckets.size())).addFirst(one));
    }

    void remove(C one) {
        if (buckets.get(bucketOf(one.id(), buckets.size())).remove(one)) {
            size--;
        }
    }

    Optional<C> find(Handle id) {
        return buckets.get(bucketOf(id, buckets.size())).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    List<C> list() {
        List<C> all = new ArrayList<>();
        buckets.forEach(all::addAll);
        return all;
    }
}
