package org.vethlab.net.filter.expression;

import java.util.Optional;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.conntrack.PacketState;
import org.vethlab.net.filter.conntrack.Tracked;

/** Keeps connection tracking from a packet, if it has not seen it yet (nft_notrack). */
public record Untrack() implements Statement {
    @Override
    public Verdict evaluate(PacketContext packet) {
        if (packet.metadata().tracked().isEmpty()) {
            packet.metadata().setTracked(Optional.of(new Tracked(Optional.empty(), PacketState.UNTRACKED, false)));
        }
        return Verdict.CONTINUE;
    }
}
