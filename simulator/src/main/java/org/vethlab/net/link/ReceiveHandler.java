package org.vethlab.net.link;

import org.vethlab.wire.EthernetFrame;

/** Takes the frames of a device before its namespace does (rx_handler): a bridge for its ports. */
interface ReceiveHandler {
    /** True if the frame is dealt with; false to let the device's namespace have it. */
    boolean handle(EthernetFrame frame, PacketType type);
}
