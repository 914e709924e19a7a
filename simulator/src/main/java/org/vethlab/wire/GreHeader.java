package org.vethlab.wire;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** A GRE header (RFC 2784, RFC 2890) and what it carries. */
public record GreHeader(int etherType, OptionalInt key, boolean checksummed, byte[] payload) {
    public static final int PROTOCOL = 47;

    /** A whole Ethernet frame. */
    public static final int TRANSPARENT_ETHERNET = 0x6558;

    private static final int CHECKSUM = 0x8000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int KNOWN = CHECKSUM | KEY | SEQUENCE;

    public boolean carriesFrames() {
        return etherType == TRANSPARENT_ETHERNET;
    }

    /** Empty if the bytes are no GRE of version 0. */
    public static Optional<GreHeader> read(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        ByteReader in = new ByteReader(bytes);
        int flags = in.u16();
        int etherType = in.u16();
        int options = Integer.bitCount(flags & KNOWN) * 4;
        if ((flags & ~KNOWN) != 0 || in.remaining() < options) {
            return Optional.empty();
        }
        in.skip((flags & CHECKSUM) != 0 ? 4 : 0);
        OptionalInt key = (flags & KEY) != 0 ? OptionalInt.of(in.u32()) : OptionalInt.empty();
        in.skip((flags & SEQUENCE) != 0 ? 4 : 0);
        return Optional.of(new GreHeader(etherType, key, (flags & CHECKSUM) != 0, in.rest()));
    }

    public static byte[] wrap(GreHeader header, OptionalInt sequence) {
        int flags = (header.checksummed ? CHECKSUM : 0)
                | (header.key.isPresent() ? KEY : 0)
                | (sequence.isPresent() ? SEQUENCE : 0);
        ByteWriter out = new ByteWriter(16 + header.payload.length);
        out.u16(flags).u16(header.etherType);
        if (header.checksummed) {
            out.u32(0);
        }
        header.key.ifPresent(out::u32);
        sequence.ifPresent(out::u32);
        out.bytes(header.payload);
        if (header.checksummed) {
            out.patch16(4, Checksum.of(out.sumSince(0)));
        }
        return out.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GreHeader gre
                && etherType == gre.etherType
                && key.equals(gre.key)
                && checksummed == gre.checksummed
                && Arrays.equals(payload, gre.payload);
    }

    @Override
    public int hashCode() {
        return 31 * etherType + Arrays.hashCode(payload);
    }
}
