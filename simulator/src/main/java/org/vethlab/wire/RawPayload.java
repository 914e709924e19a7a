package org.vethlab.wire;

import java.util.Arrays;

/** Bytes under an EtherType that the simulator gives no meaning (BPDUs, junk). The array is never changed. */
public record RawPayload(int etherType, byte[] bytes) implements Payload {
    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public void write(ByteWriter out, ChecksumOffload offload) {
        out.bytes(bytes);
    }

    static RawPayload read(int etherType, ByteReader in) {
        if (etherType < 1536 && etherType > in.remaining()) {
            throw new WireException("IEEE 802.3 length " + etherType + " of " + in.remaining());
        }
        return new RawPayload(etherType, in.rest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawPayload raw && etherType == raw.etherType && Arrays.equals(bytes, raw.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * etherType + Arrays.hashCode(bytes);
    }
}
