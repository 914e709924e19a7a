package org.vethlab.wire;

import java.util.Arrays;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;

/** Reads numbers and addresses in network order; what is missing is a {@link WireException}. */
public final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    public ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteReader(byte[] bytes, int position, int end) {
        this.bytes = bytes;
        this.position = position;
        this.end = end;
    }

    public int remaining() {
        return end - position;
    }

    public int u8() {
        need(1);
        return bytes[position++] & 0xff;
    }

    public int u16() {
        return u8() << 8 | u8();
    }

    /** Four bytes; the uppermost bit is the sign. */
    public int u32() {
        return u16() << 16 | u16();
    }

    public MacAddress mac() {
        return new MacAddress((long) u16() << 32 | u32() & 0xffff_ffffL);
    }

    public Ipv4Address ipv4() {
        return new Ipv4Address(u32());
    }

    public Ipv6Address ipv6() {
        return new Ipv6Address(u64(), u64());
    }

    public byte[] bytes(int length) {
        need(length);
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    public byte[] rest() {
        return bytes(remaining());
    }

    public void skip(int length) {
        need(length);
        position += length;
    }

    /** A reader of the next {@code length} bytes, which this one then has behind it. */
    public ByteReader slice(int length) {
        need(length);
        position += length;
        return new ByteReader(bytes, position - length, position);
    }

    /** A reader that stands where this one stands. */
    public ByteReader copy() {
        return new ByteReader(bytes, position, end);
    }

    /** The Internet checksum's sum over all that remains. */
    long sumOfRest() {
        return Checksum.sum(bytes, position, end);
    }

    private long u64() {
        return (long) u32() << 32 | u32() & 0xffff_ffffL;
    }

    private void need(int length) {
        if (length < 0 || length > remaining()) {
            throw new WireException("cut short: " + length + " bytes wanted, " + remaining() + " left");
        }
    }
}
