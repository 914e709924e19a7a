package org.vethlab.net.tcp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.TreeMap;

/** What has come: bytes in order for the program to read, and those that came too early. */
final class ReceiveQueue {
    /** What a small packet costs of the buffer (skb->truesize). */
    private static final int OVERHEAD = 768;

    private final Deque<byte[]> ready = new ArrayDeque<>();
    private final TreeMap<Long, byte[]> early = new TreeMap<>();
    private int firstRead;
    private int length;

    /** Bytes that wait to be read. */
    int length() {
        return length;
    }

    /** The memory that they take. */
    int footprint() {
        return length + OVERHEAD * (ready.size() + early.size());
    }

    boolean hasEarly() {
        return !early.isEmpty();
    }

    /** Takes a segment's bytes. @return the next sequence number that is expected */
    long add(long expected, long sequence, byte[] data) {
        long end = sequence + data.length;
        if (end <= expected) {
            return expected;
        }
        if (sequence > expected) {
            early.merge(sequence, data, (one, other) -> one.length >= other.length ? one : other);
            return expected;
        }
        append(data, (int) (expected - sequence));
        return takeEarly(end);
    }

    private long takeEarly(long from) {
        long next = from;
        while (!early.isEmpty() && early.firstKey() <= next) {
            long start = early.firstKey();
            byte[] data = Objects.requireNonNull(early.remove(start));
            if (start + data.length > next) {
                append(data, (int) (next - start));
                next = start + data.length;
            }
        }
        return next;
    }

    private void append(byte[] data, int skipped) {
        byte[] fresh = skipped == 0 ? data : java.util.Arrays.copyOfRange(data, skipped, data.length);
        ready.add(fresh);
        length += fresh.length;
    }

    int read(byte[] buffer, int offset, int wanted) {
        int done = 0;
        while (done < wanted && !ready.isEmpty()) {
            byte[] first = ready.getFirst();
            int count = Math.min(wanted - done, first.length - firstRead);
            System.arraycopy(first, firstRead, buffer, offset + done, count);
            done += count;
            firstRead += count;
            if (firstRead == first.length) {
                ready.removeFirst();
                firstRead = 0;
            }
        }
        length -= done;
        return done;
    }

    void clear() {
        ready.clear();
        early.clear();
        length = 0;
        firstRead = 0;
    }
}
