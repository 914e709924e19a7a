package org.vethlab.net.link;

import org.vethlab.wire.EthernetFrame;

/** Traffic control of a device (net/sched): what stands between it and its senders. Most devices have none. */
public interface Scheduler {
    /** The kind of the root queueing discipline; {@code fallback} if that is still the device's own. */
    String kind(String fallback);

    /**
     * Queues a frame that is to leave the device, and sends what may leave now by {@link Device#send}.
     *
     * @return false if the frame was refused (NET_XMIT_DROP)
     */
    boolean transmit(EthernetFrame frame, int mark);

    /** Looks at a frame that arrives, before VLANs and bridges do. @return whether it goes on from here */
    boolean receive(EthernetFrame frame);

    /** The device has gone down or is going away: what waits is dropped (dev_deactivate). */
    void closed();
}
