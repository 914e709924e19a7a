package org.vethlab.net.filter.expression;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;

/** Hands a packet to a program (nft_queue). None listens here: it is lost, or passes if that may be bypassed. */
public record QueueToUser(long from, long until, boolean bypass, boolean fanout) implements Statement {
    @Override
    public Verdict evaluate(PacketContext packet) {
        return bypass ? Verdict.CONTINUE : Verdict.QUEUE;
    }
}
