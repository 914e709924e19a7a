package org.vethlab.net.link;

import org.vethlab.wire.EthernetFrame;

/** For whom a frame is, as the device that received it sees it (skb->pkt_type, sll_pkttype of packet(7)). */
public enum PacketType {
    /** To the device's own address. */
    HOST(0),
    BROADCAST(1),
    MULTICAST(2),
    /** To somebody else: taps and bridges see it, IP does not take it. */
    OTHERHOST(3),
    /** Sent by this host. */
    OUTGOING(4);

    private final int code;

    PacketType(int code) {
        this.code = code;
    }

    /** PACKET_HOST, … of packet(7). */
    public int code() {
        return code;
    }

    /** What a device makes of a frame that it receives (eth_type_trans). */
    static PacketType of(EthernetFrame frame, Device device) {
        long destination = frame.destination().bits();
        if (destination == device.address().bits()) {
            return HOST;
        }
        if (!frame.destination().isGroup()) {
            return OTHERHOST;
        }
        return destination == 0xffff_ffff_ffffL ? BROADCAST : MULTICAST;
    }
}
