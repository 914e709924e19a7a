package org.vethlab.wire;

import java.util.Arrays;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;

/** Collects numbers and addresses in network order. */
public final class ByteWriter {
    private byte[] bytes;
    private int position;

    public ByteWriter(int expectedLength) {
        bytes = new byte[Math.max(16, expectedLength)];
    }

    public int position() {
        return position;
    }

    public ByteWriter u8(int value) {
        room(1);
        bytes[position++] = (byte) value;
        return this;
    }

    public ByteWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    public ByteWriter u32(int value) {
        return u16(value >>> 16).u16(value);
    }

    public ByteWriter mac(MacAddress address) {
        return u16((int) (address.bits() >>> 32)).u32((int) address.bits());
    }

    public ByteWriter ipv4(Ipv4Address address) {
        return u32(address.bits());
    }

    public ByteWriter ipv6(Ipv6Address address) {
        return u64(address.high()).u64(address.low());
    }

    public ByteWriter bytes(byte[] added) {
        room(added.length);
        System.arraycopy(added, 0, bytes, position, added.length);
        position += added.length;
        return this;
    }

    /** Overwrites two bytes that were written before: a length or a checksum, known only afterwards. */
    void patch16(int at, int value) {
        bytes[at] = (byte) (value >>> 8);
        bytes[at + 1] = (byte) value;
    }

    /** The Internet checksum's sum over all that was written since {@code from}. */
    long sumSince(int from) {
        return Checksum.sum(bytes, from, position);
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, position);
    }

    private ByteWriter u64(long value) {
        return u32((int) (value >>> 32)).u32((int) value);
    }

    private void room(int added) {
        if (position + added > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, position + added));
        }
    }
}
