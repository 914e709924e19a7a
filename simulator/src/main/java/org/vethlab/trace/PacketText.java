package org.vethlab.trace;

import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;
import org.vethlab.wire.VlanTag;

/** What a packet is, in two or three words. */
public final class PacketText {
    private PacketText() {}

    public static String of(Payload packet) {
        if (packet instanceof VlanTag tag) {
            return of(tag.payload());
        }
        if (packet instanceof ArpPacket arp) {
            return arp.operation() == ArpPacket.Operation.REQUEST
                    ? "ARP who-has " + arp.targetAddress()
                    : "ARP reply for " + arp.senderAddress();
        }
        if (packet instanceof Ipv4Packet ipv4) {
            return of(ipv4.payload());
        }
        return packet instanceof Ipv6Packet ipv6 ? of(ipv6.payload()) : "frame";
    }

    private static String of(IpPayload payload) {
        if (payload instanceof IcmpMessage icmp) {
            return IcmpText.of(icmp.type(), icmp.code());
        }
        if (payload instanceof Icmpv6Message icmp) {
            return IcmpText.ofIpv6(icmp.type(), icmp.code());
        }
        if (payload instanceof UdpDatagram udp) {
            return "UDP datagram to port " + udp.destinationPort();
        }
        return payload instanceof TcpSegment tcp ? of(tcp) : "packet of protocol " + payload.protocol();
    }

    private static String of(TcpSegment tcp) {
        if (tcp.has(TcpSegment.RST)) {
            return "TCP reset";
        }
        if (tcp.has(TcpSegment.SYN)) {
            return tcp.has(TcpSegment.ACK) ? "TCP SYN-ACK" : "TCP SYN to port " + tcp.destinationPort();
        }
        if (tcp.has(TcpSegment.FIN)) {
            return "TCP FIN";
        }
        return tcp.data().length > 0 ? "TCP data" : "TCP ACK";
    }
}
