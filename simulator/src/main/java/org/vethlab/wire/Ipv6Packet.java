package org.vethlab.wire;

import org.vethlab.addr.Ipv6Address;

/** An IPv6 packet (RFC 8200). Of the extension headers only the hop-by-hop options are told apart from the payload. */
public record Ipv6Packet(
        Ipv6Address source,
        Ipv6Address destination,
        int hopLimit,
        int trafficClass,
        int flowLabel,
        HeaderOptions hopByHop,
        IpPayload payload)
        implements Payload {
    public static final int ETHER_TYPE = 0x86dd;
    public static final int HEADER_LENGTH = 40;

    private static final int HOP_BY_HOP = 0;

    /** The hop-by-hop header is as long as a multiple of 8 bytes, of which two say what follows and how long it is. */
    public Ipv6Packet {
        if (!hopByHop.isEmpty() && (hopByHop.length() + 2) % 8 != 0) {
            throw new IllegalArgumentException("hop-by-hop options of " + hopByHop.length() + " bytes");
        }
    }

    /** A packet without extension headers. */
    public Ipv6Packet(
            Ipv6Address source,
            Ipv6Address destination,
            int hopLimit,
            int trafficClass,
            int flowLabel,
            IpPayload payload) {
        this(source, destination, hopLimit, trafficClass, flowLabel, HeaderOptions.NONE, payload);
    }

    public Ipv6Packet withHopLimit(int newHopLimit) {
        return new Ipv6Packet(source, destination, newHopLimit, trafficClass, flowLabel, hopByHop, payload);
    }

    public Ipv6Packet withHopByHop(HeaderOptions options) {
        return new Ipv6Packet(source, destination, hopLimit, trafficClass, flowLabel, options, payload);
    }

    public Ipv6Packet withPayload(IpPayload newPayload) {
        return new Ipv6Packet(source, destination, hopLimit, trafficClass, flowLabel, hopByHop, newPayload);
    }

    public Ipv6Packet withAddresses(Ipv6Address newSource, Ipv6Address newDestination) {
        return new Ipv6Packet(newSource, newDestination, hopLimit, trafficClass, flowLabel, hopByHop, payload);
    }

    @Override
    public int etherType() {
        return ETHER_TYPE;
    }

    @Override
    public int length() {
        return HEADER_LENGTH + payloadLength();
    }

    /** What the header's length field counts: all behind the fixed header. */
    public int payloadLength() {
        return (hopByHop.isEmpty() ? 0 : 2 + hopByHop.length()) + payload.length();
    }

    /** The packet's bytes, all checksums computed. */
    public byte[] toByteArray() {
        ByteWriter out = new ByteWriter(length());
        write(out, ChecksumOffload.NONE);
        return out.toByteArray();
    }

    @Override
    public void write(ByteWriter out, ChecksumOffload offload) {
        out.u32(6 << 28 | trafficClass << 20 | flowLabel).u16(payloadLength());
        out.u8(hopByHop.isEmpty() ? payload.protocol() : HOP_BY_HOP).u8(hopLimit);
        out.ipv6(source).ipv6(destination);
        if (!hopByHop.isEmpty()) {
            out.u8(payload.protocol()).u8((hopByHop.length() + 2) / 8 - 1).bytes(hopByHop.bytes());
        }
        payload.write(out, new PseudoHeader(source, destination, offload));
    }

    /**
     * Reads a whole packet; what follows it (Ethernet's padding) is ignored.
     *
     * @throws WireException when the bytes are no IPv6 packet
     */
    public static Ipv6Packet read(byte[] bytes) {
        return read(new ByteReader(bytes));
    }

    static Ipv6Packet read(ByteReader in) {
        return read(in, true);
    }

    /**
     * Reads the packet that an ICMPv6 error quotes: cut short as it may be, with whatever checksums.
     *
     * @throws WireException when the bytes do not begin with an IPv6 header
     */
    public static Ipv6Packet readQuoted(byte[] bytes) {
        return read(new ByteReader(bytes), false);
    }

    private static Ipv6Packet read(ByteReader in, boolean whole) {
        int first = in.u32();
        if (first >>> 28 != 6) {
            throw new WireException("no IPv6 header: " + Integer.toHexString(first));
        }
        int length = in.u16();
        int next = in.u8();
        int hopLimit = in.u8();
        Ipv6Address source = in.ipv6();
        Ipv6Address destination = in.ipv6();
        ByteReader body = in.slice(whole ? length : Math.min(length, in.remaining()));
        HeaderOptions hopByHop = HeaderOptions.NONE;
        int protocol = next;
        if (next == HOP_BY_HOP) {
            protocol = body.u8();
            hopByHop = new HeaderOptions(body.bytes(8 * body.u8() + 6));
        }
        PseudoHeader pseudo = new PseudoHeader(source, destination, ChecksumOffload.NONE);
        IpPayload payload = whole ? IpPayload.read(protocol, body, pseudo) : readQuotedPayload(protocol, body);
        return new Ipv6Packet(source, destination, hopLimit, first >>> 20 & 0xff, first & 0xfffff, hopByHop, payload);
    }

    private static IpPayload readQuotedPayload(int protocol, ByteReader in) {
        if (in.remaining() >= 8 && protocol == Icmpv6Message.PROTOCOL) {
            return Icmpv6Message.readUnverified(in);
        }
        if (in.remaining() >= 8 && protocol == UdpDatagram.PROTOCOL) {
            return UdpDatagram.readUnverified(in);
        }
        return new RawData(protocol, in.rest());
    }
}
