package org.vethlab.net.filter.expression;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;

/** {@code counter name "x"} (nft_objref). */
public record ObjectUse(StatefulObject object) implements Statement {
    @Override
    public Verdict evaluate(PacketContext packet) {
        return object.state().evaluate(packet);
    }
}
