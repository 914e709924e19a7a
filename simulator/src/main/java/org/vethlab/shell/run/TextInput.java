package org.vethlab.shell.run;

import org.vethlab.process.Input;

/** The text of a here-document, to be read. */
final class TextInput implements Input {
    private final byte[] bytes;
    private int at;

    TextInput(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (at == bytes.length) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, buffer, offset, count);
        at += count;
        return count;
    }
}
