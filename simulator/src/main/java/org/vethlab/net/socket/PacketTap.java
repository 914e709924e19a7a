package org.vethlab.net.socket;

import org.vethlab.net.link.Device;
import org.vethlab.wire.EthernetFrame;

/** Sees the frames of a device, or of all devices of a namespace (packet(7), ETH_P_ALL). */
public interface PacketTap {
    /** How packet(7) classifies a frame (sll_pkttype); tcpdump -i any prints In, B, M, P, Out. */
    enum Direction {
        HOST,
        BROADCAST,
        MULTICAST,
        OTHERHOST,
        OUTGOING
    }

    /** A frame passes {@code device} at clock time {@code time} (nanoseconds). */
    void frame(Device device, Direction direction, EthernetFrame frame, long time);
}
