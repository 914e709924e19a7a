package org.vethlab.net.neigh;

import org.vethlab.wire.Payload;

/** A packet on its last step: all it lacks is its neighbour's MAC address. */
public interface OutgoingPacket {
    Payload payload();

    /** The netfilter mark, which traffic control may look at (skb->mark). */
    int mark();

    /** The neighbour does not answer: tell the sender (error_report of struct neigh_ops). */
    void unreachable();
}
