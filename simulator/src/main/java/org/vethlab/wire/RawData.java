package org.vethlab.wire;

import java.util.Arrays;

/** Bytes of a protocol that has no record of its own, or a fragment. The array is never changed. */
public record RawData(int protocol, byte[] bytes) implements IpPayload {
    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public void write(ByteWriter out, PseudoHeader pseudo) {
        out.bytes(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawData raw && protocol == raw.protocol && Arrays.equals(bytes, raw.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * protocol + Arrays.hashCode(bytes);
    }
}
