package org.vethlab.net.filter.expression;

import java.util.Optional;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.xt.TcpmssTarget;

/** {@code tcp option maxseg size set …} (nft_exthdr). @param size empty for what the route allows ({@code rt mtu}) */
public record MaximumSegmentSize(Optional<Integer> size) implements Statement {
    @Override
    public Verdict evaluate(PacketContext packet) {
        return new TcpmssTarget(size).evaluate(packet);
    }
}
