package org.vethlab.program.tcpdump;

import java.util.Arrays;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.wire.Checksum;

/** The captured bytes from some header on. Reading beyond them raises {@link TruncatedPacket}. */
record PacketView(byte[] bytes, int start, int end) {
    static PacketView of(byte[] bytes) {
        return new PacketView(bytes, 0, bytes.length);
    }

    /** How many bytes were captured from here on. */
    int captured() {
        return Math.max(0, end - start);
    }

    boolean has(int length) {
        return length >= 0 && length <= captured();
    }

    void need(int length) {
        if (!has(length)) {
            throw new TruncatedPacket();
        }
    }

    /** What begins {@code offset} bytes further on; it may begin behind the end. */
    PacketView from(int offset) {
        return new PacketView(bytes, start + offset, end);
    }

    /** The same, but no longer than {@code length}: what follows a packet in its frame is none of its own. */
    PacketView cut(int length) {
        return new PacketView(bytes, start, Math.min(end, start + Math.max(0, length)));
    }

    int u8(int at) {
        need(at + 1);
        return bytes[start + at] & 0xff;
    }

    int u16(int at) {
        need(at + 2);
        return (bytes[start + at] & 0xff) << 8 | bytes[start + at + 1] & 0xff;
    }

    /** Four bytes, unsigned. */
    long u32(int at) {
        need(at + 4);
        return (long) u16(at) << 16 | u16(at + 2);
    }

    MacAddress mac(int at) {
        need(at + 6);
        return new MacAddress((long) u16(at) << 32 | u32(at + 2));
    }

    Ipv4Address ipv4(int at) {
        return new Ipv4Address((int) u32(at));
    }

    Ipv6Address ipv6(int at) {
        need(at + 16);
        return new Ipv6Address(u32(at) << 32 | u32(at + 4), u32(at + 8) << 32 | u32(at + 12));
    }

    byte[] copy(int length) {
        return Arrays.copyOfRange(bytes, start, Math.min(end, start + length));
    }

    /** The Internet checksum's sum over the next {@code length} bytes, which must have been captured. */
    long sum(int length) {
        need(length);
        return Checksum.sum(bytes, start, start + length);
    }
}
