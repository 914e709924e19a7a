package org.vethlab.wire;

import org.vethlab.addr.Ipv4Address;

/**
 * An IPv4 packet (RFC 791). {@code fragmentOffset} counts bytes (a multiple of 8); a fragment other than a whole
 * packet carries {@link RawData}.
 */
public record Ipv4Packet(
        Ipv4Address source,
        Ipv4Address destination,
        int ttl,
        int tos,
        int identification,
        boolean dontFragment,
        boolean moreFragments,
        int fragmentOffset,
        HeaderOptions options,
        IpPayload payload)
        implements Payload {
    public static final int ETHER_TYPE = 0x0800;

    /** Bytes of a header without options. */
    public static final int HEADER_LENGTH = 20;

    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;

    /** A packet without options. */
    public Ipv4Packet(
            Ipv4Address source,
            Ipv4Address destination,
            int ttl,
            int tos,
            int identification,
            boolean dontFragment,
            boolean moreFragments,
            int fragmentOffset,
            IpPayload payload) {
        this(
                source,
                destination,
                ttl,
                tos,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                HeaderOptions.NONE,
                payload);
    }

    public Ipv4Packet withTtl(int newTtl) {
        return new Ipv4Packet(
                source,
                destination,
                newTtl,
                tos,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                options,
                payload);
    }

    public Ipv4Packet withTos(int newTos) {
        return new Ipv4Packet(
                source,
                destination,
                ttl,
                newTos,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                options,
                payload);
    }

    public Ipv4Packet withAddresses(Ipv4Address newSource, Ipv4Address newDestination) {
        return new Ipv4Packet(
                newSource,
                newDestination,
                ttl,
                tos,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                options,
                payload);
    }

    public Ipv4Packet withFragmentation(int newIdentification, boolean newDontFragment, boolean more, int offset) {
        return new Ipv4Packet(
                source, destination, ttl, tos, newIdentification, newDontFragment, more, offset, options, payload);
    }

    public Ipv4Packet withOptions(HeaderOptions newOptions) {
        return new Ipv4Packet(
                source,
                destination,
                ttl,
                tos,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                newOptions,
                payload);
    }

    public Ipv4Packet withPayload(IpPayload newPayload) {
        return new Ipv4Packet(
                source,
                destination,
                ttl,
                tos,
                identification,
                dontFragment,
                moreFragments,
                fragmentOffset,
                options,
                newPayload);
    }

    public boolean isFragment() {
        return moreFragments || fragmentOffset > 0;
    }

    @Override
    public int etherType() {
        return ETHER_TYPE;
    }

    /** Bytes of the header, options included. */
    public int headerLength() {
        return HEADER_LENGTH + options.length();
    }

    @Override
    public int length() {
        return headerLength() + payload.length();
    }

    /** The packet's bytes, all checksums computed. */
    public byte[] toByteArray() {
        ByteWriter out = new ByteWriter(length());
        write(out, ChecksumOffload.NONE);
        return out.toByteArray();
    }

    @Override
    public void write(ByteWriter out, ChecksumOffload offload) {
        int start = out.position();
        int flags = (dontFragment ? DONT_FRAGMENT : 0) | (moreFragments ? MORE_FRAGMENTS : 0);
        out.u8(0x40 | headerLength() / 4).u8(tos).u16(length()).u16(identification);
        out.u16(flags | fragmentOffset / 8).u8(ttl).u8(payload.protocol()).u16(0);
        out.ipv4(source).ipv4(destination).bytes(options.bytes());
        out.patch16(start + 10, Checksum.of(out.sumSince(start)));
        payload.write(out, new PseudoHeader(source, destination, offload));
    }

    /**
     * Reads a whole packet; what follows it (Ethernet's padding) is ignored.
     *
     * @throws WireException when the bytes are no IPv4 packet
     */
    public static Ipv4Packet read(byte[] bytes) {
        return read(new ByteReader(bytes));
    }

    static Ipv4Packet read(ByteReader in) {
        ByteReader lengths = in.copy();
        int headerLength = headerLength(lengths.u8());
        lengths.skip(1);
        int length = lengths.u16();
        if (length < headerLength || length > in.remaining()) {
            throw new WireException("IPv4 length " + length + " of " + in.remaining());
        }
        if (!Checksum.isGood(in.copy().slice(headerLength).sumOfRest())) {
            throw new WireException("bad IPv4 header checksum");
        }
        return readHeader(in.slice(length), headerLength, true);
    }

    /**
     * Reads the packet that an ICMP error quotes: cut short as it may be, with whatever checksums, and with 8 bytes of
     * its payload at least.
     *
     * @throws WireException when the bytes do not begin with an IPv4 header
     */
    public static Ipv4Packet readQuoted(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        return readHeader(in, headerLength(in.copy().u8()), false);
    }

    private static Ipv4Packet readHeader(ByteReader in, int headerLength, boolean whole) {
        in.skip(1);
        int tos = in.u8();
        in.skip(2);
        int identification = in.u16();
        int fragment = in.u16();
        int ttl = in.u8();
        int protocol = in.u8();
        in.skip(2);
        Ipv4Address source = in.ipv4();
        Ipv4Address destination = in.ipv4();
        HeaderOptions options = new HeaderOptions(in.bytes(headerLength - HEADER_LENGTH));
        boolean later = (fragment & 0x1fff) != 0;
        // A first fragment tells what it is of, but only the quoting of it is read so: it is not whole.
        IpPayload payload = later || whole && (fragment & MORE_FRAGMENTS) != 0
                ? new RawData(protocol, in.rest())
                : whole
                        ? IpPayload.read(protocol, in, new PseudoHeader(source, destination, ChecksumOffload.NONE))
                        : readQuotedPayload(protocol, in);
        return new Ipv4Packet(
                source,
                destination,
                ttl,
                tos,
                identification,
                (fragment & DONT_FRAGMENT) != 0,
                (fragment & MORE_FRAGMENTS) != 0,
                (fragment & 0x1fff) * 8,
                options,
                payload);
    }

    private static IpPayload readQuotedPayload(int protocol, ByteReader in) {
        if (in.remaining() >= 8 && protocol == IcmpMessage.PROTOCOL) {
            return IcmpMessage.readUnverified(in);
        }
        if (in.remaining() >= 8 && protocol == UdpDatagram.PROTOCOL) {
            return UdpDatagram.readUnverified(in);
        }
        return new RawData(protocol, in.rest());
    }

    private static int headerLength(int first) {
        if (first >>> 4 != 4 || (first & 15) < 5) {
            throw new WireException("no IPv4 header: " + Integer.toHexString(first));
        }
        return (first & 15) * 4;
    }
}
