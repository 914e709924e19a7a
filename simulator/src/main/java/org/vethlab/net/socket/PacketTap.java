package org.vethlab.net.socket;

import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.wire.EthernetFrame;

/** Sees the frames of a device, or of all devices of a namespace (packet(7), ETH_P_ALL). */
public interface PacketTap {
    /** A frame passes {@code device} at clock time {@code time} (nanoseconds); OUTGOING if this host sends it. */
    void frame(Device device, PacketType type, EthernetFrame frame, long time);

    /**
     * Whether it sees all protocols. A socket for one protocol sees only what comes to the namespace's stack: not what a
     * bridge takes from its port before.
     */
    default boolean seesAll() {
        return true;
    }

    /** The one device that is tapped was set down: the socket reports ENETDOWN and goes on. */
    default void down(Device device) {}

    /** The one device that is tapped has left the namespace: nothing more will come (ENODEV). */
    default void removed(Device device) {}
}
