package org.vethlab.net.link;

import org.vethlab.wire.EthernetFrame;

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
        txBytes += frame.length();
    }

    void countReceived(EthernetFrame frame) {
        rxPackets++;
        rxBytes += frame.length();
    }
}
