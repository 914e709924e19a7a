package org.vethlab.net.link;

import org.vethlab.wire.EthernetFrame;

/** For whom a frame is, as the device that received it sees it (skb->pkt_type, sll_pkttype of packet(7)). */
public enum PacketType {
    /** To the device's own address. */
    HOST,
    BROADCAST,
    MULTICAST,
    /** To somebody else: taps and bridges see it, IP does not take it. */
    OTHERHOST,
    /** Sent by this host. */
    OUTGOING;

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
