package org.vethlab.file;

import org.vethlab.process.Input;

/** Reads fixed bytes. */
final class Bytes implements Input {
    private final byte[] bytes;
    private int position;

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = Math.min(length, bytes.length - position);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }
}
