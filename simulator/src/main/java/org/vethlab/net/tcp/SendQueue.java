package org.vethlab.net.tcp;

import java.util.Arrays;

/** Bytes that have not been acknowledged: sent ones, then those that wait to be sent. */
final class SendQueue {
    /** What a program may write ahead (tcp_wmem, as it grows). */
    static final int CAPACITY = 2_626_560;

    private byte[] bytes = new byte[1024];
    private int head;
    private int length;
    private long first;

    /** @param sequence the sequence number of the first byte that will be written */
    void start(long sequence) {
        first = sequence;
    }

    int length() {
        return length;
    }

    int room() {
        return CAPACITY - length;
    }

    /** The sequence number behind the last byte. */
    long end() {
        return first + length;
    }

    int write(byte[] source, int offset, int count) {
        int taken = Math.min(count, room());
        makeRoom(taken);
        System.arraycopy(source, offset, bytes, head + length, taken);
        length += taken;
        return taken;
    }

    /** What was acknowledged is dropped only when its place is needed: not with every acknowledgment. */
    private void makeRoom(int count) {
        if (head + length + count <= bytes.length) {
            return;
        }
        boolean fits = length + count <= bytes.length / 2;
        byte[] target = fits ? bytes : new byte[Math.max(2 * (length + count), bytes.length)];
        System.arraycopy(bytes, head, target, 0, length);
        bytes = target;
        head = 0;
    }

    byte[] copy(long sequence, int count) {
        int start = head + (int) (sequence - first);
        return Arrays.copyOfRange(bytes, start, start + count);
    }

    /** All before {@code sequence} has arrived. */
    void acknowledge(long sequence) {
        int done = (int) Math.min(length, Math.max(0, sequence - first));
        head += done;
        length -= done;
        first += done;
    }
}
