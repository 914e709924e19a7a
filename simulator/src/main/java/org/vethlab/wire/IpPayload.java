package org.vethlab.wire;

/** What an IP packet carries. */
public sealed interface IpPayload permits IcmpMessage, Icmpv6Message, UdpDatagram, TcpSegment, RawData {
    /** The IANA protocol number (IPv4 protocol, IPv6 next header). */
    int protocol();

    /** Length in bytes, own header included. */
    int length();

    void write(ByteWriter out, PseudoHeader pseudo);

    /** Reads what a protocol number announces; one without a record of its own gives {@link RawData}. */
    static IpPayload read(int protocol, ByteReader in, PseudoHeader pseudo) {
        return switch (protocol) {
            case IcmpMessage.PROTOCOL -> IcmpMessage.read(in);
            case UdpDatagram.PROTOCOL -> UdpDatagram.read(in, pseudo);
            case TcpSegment.PROTOCOL -> TcpSegment.read(in, pseudo);
            case Icmpv6Message.PROTOCOL -> Icmpv6Message.read(in, pseudo);
            default -> new RawData(protocol, in.rest());
        };
    }
}
