package org.vethlab.net.link;

import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.VlanTag;

/** A device's counters (struct rtnl_link_stats64). */
public final class Statistics {
    public long rxPackets;
    public long rxBytes;
    public long rxErrors;
    public long rxDropped;
    public long multicast;
    public long txPackets;
    public long txBytes;
    public long txErrors;
    public long txDropped;
    public long collisions;
    public long carrierChanges;

    /** Bytes count the Ethernet header. */
    void countSent(EthernetFrame frame) {
        txPackets++;
        txBytes += length(frame);
    }

    /** What goes round in the loopback device is counted without the Ethernet header (loopback_xmit). */
    void countLooped(EthernetFrame frame) {
        txPackets++;
        rxPackets++;
        txBytes += frame.length() - EthernetFrame.HEADER_LENGTH;
        rxBytes += frame.length() - EthernetFrame.HEADER_LENGTH;
    }

    void countReceived(EthernetFrame frame) {
        rxPackets++;
        rxBytes += length(frame);
    }

    /** A frame's length as the kernel takes it: the outer VLAN tag travels beside the frame (hardware acceleration). */
    static int length(EthernetFrame frame) {
        return frame.payload() instanceof VlanTag ? frame.length() - VlanTag.LENGTH : frame.length();
    }
}
