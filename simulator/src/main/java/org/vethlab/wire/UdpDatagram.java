package org.vethlab.wire;

import java.util.Arrays;

/** A UDP datagram (RFC 768). The array is never changed. */
public record UdpDatagram(int sourcePort, int destinationPort, byte[] data) implements IpPayload {
    public static final int PROTOCOL = 17;
    public static final int HEADER_LENGTH = 8;

    @Override
    public int protocol() {
        return PROTOCOL;
    }

    @Override
    public int length() {
        return HEADER_LENGTH + data.length;
    }

    /** A checksum that comes out as 0 is sent as 0xffff, for 0 says that there is none. */
    @Override
    public void write(ByteWriter out, PseudoHeader pseudo) {
        int start = out.position();
        out.u16(sourcePort).u16(destinationPort).u16(length()).u16(0).bytes(data);
        int checksum = pseudo.offloadableChecksum(out, start, PROTOCOL);
        out.patch16(start + 6, checksum == 0 ? 0xffff : checksum);
    }

    static UdpDatagram read(ByteReader in, PseudoHeader pseudo) {
        ByteReader header = in.copy();
        header.skip(4);
        int length = header.u16();
        if (length < HEADER_LENGTH || length > in.remaining()) {
            throw new WireException("UDP length " + length);
        }
        ByteReader whole = in.slice(length);
        if (header.u16() != 0) {
            pseudo.verify(whole, PROTOCOL, "UDP");
        }
        return readUnverified(whole);
    }

    /** What an ICMP error quotes may be cut short, so that length and checksum mean nothing. */
    static UdpDatagram readUnverified(ByteReader in) {
        int sourcePort = in.u16();
        int destinationPort = in.u16();
        in.skip(4);
        return new UdpDatagram(sourcePort, destinationPort, in.rest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UdpDatagram udp
                && sourcePort == udp.sourcePort
                && destinationPort == udp.destinationPort
                && Arrays.equals(data, udp.data);
    }

    @Override
    public int hashCode() {
        return (31 * sourcePort + destinationPort) * 31 + Arrays.hashCode(data);
    }
}
