package org.vethlab.wire;

/** What an IP packet carries. */
public sealed interface IpPayload permits IcmpMessage, Icmpv6Message, UdpDatagram, TcpSegment, RawData {
    /** The IANA protocol number (IPv4 protocol, IPv6 next header). */
    int protocol();

    /** Length in bytes, own header included. */
    int length();
}
