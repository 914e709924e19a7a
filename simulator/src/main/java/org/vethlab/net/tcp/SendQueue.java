package org.vethlab.net.tcp;

import java.util.Arrays;

/** Bytes that have not been acknowledged: sent ones, then those that wait to be sent. */
final class SendQueue {
    /** What a program may write ahead (tcp_wmem, as it grows). */
    static final int CAPACITY = 2_626_560;

    private byte[] bytes = new byte[1024];
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
        if (length + taken > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + taken, bytes.length * 2));
        }
        System.arraycopy(source, offset, bytes, length, taken);
        length += taken;
        return taken;
    }

    byte[] copy(long sequence, int count) {
        int start = (int) (sequence - first);
        return Arrays.copyOfRange(bytes, start, start + count);
    }

    /** All before {@code sequence} has arrived. */
    void acknowledge(long sequence) {
        int done = (int) Math.min(length, Math.max(0, sequence - first));
        System.arraycopy(bytes, done, bytes, 0, length - done);
        length -= done;
        first += done;
    }
}
