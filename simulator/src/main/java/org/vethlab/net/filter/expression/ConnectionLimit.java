package org.vethlab.net.filter.expression;

import java.util.HashSet;
import java.util.Set;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.conntrack.Connection;
import org.vethlab.net.filter.conntrack.Tracked;

/** So many connections at a time (nft_connlimit). */
public final class ConnectionLimit implements Statement {
    private final boolean over;
    private final long count;
    private final Set<Connection> connections = new HashSet<>();

    public ConnectionLimit(boolean over, long count) {
        this.over = over;
        this.count = count;
    }

    public boolean over() {
        return over;
    }

    public long count() {
        return count;
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        packet.metadata().tracked().flatMap(Tracked::connection).ifPresent(connections::add);
        return connections.size() > count == over ? Verdict.CONTINUE : Verdict.BREAK;
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }
}
