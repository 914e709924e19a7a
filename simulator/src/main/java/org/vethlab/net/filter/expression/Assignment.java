package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.Optional;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.conntrack.Connection;
import org.vethlab.net.filter.conntrack.Tracked;

/** Writes what can also be read: the mark, the connection's mark, a header's field (nft_meta, nft_ct, nft_payload). */
public record Assignment(Selector target, Selector value) implements Statement {
    @Override
    public Verdict evaluate(PacketContext packet) {
        Optional<BigInteger> number = value.load(packet);
        if (number.isEmpty()) {
            return Verdict.BREAK;
        }
        if (target instanceof Selector.Meta meta) {
            setMeta(packet, meta.key(), number.get());
        } else if (target instanceof Selector.Conntrack conntrack) {
            setConntrack(packet, conntrack.key(), number.get());
        } else if (target instanceof Selector.Field field) {
            HeaderBytes.change(packet, field.base(), field.offset(), field.bits(), number.get());
        }
        return Verdict.CONTINUE;
    }

    private static void setMeta(PacketContext packet, MetaKey key, BigInteger number) {
        switch (key) {
            case MARK -> {
                boolean rerouted =
                        packet.hook() == Hook.OUTPUT && packet.metadata().mark() != number.intValue();
                packet.metadata().setMark(number.intValue());
                packet.metadata().setReroute(packet.metadata().needsReroute() || rerouted);
            }
            case PRIORITY -> packet.metadata().setPriority(number.intValue());
            case TRACE -> packet.metadata().setTraced(number.signum() != 0);
            default -> {
                // nothing else of a packet here depends on it
            }
        }
    }

    private static void setConntrack(PacketContext packet, ConntrackKey key, BigInteger number) {
        Optional<Connection> connection = packet.metadata().tracked().flatMap(Tracked::connection);
        if (key == ConntrackKey.MARK) {
            connection.ifPresent(one -> one.setMark(number.intValue()));
        }
    }

    @Override
    public boolean needsConntrack() {
        return target.needsConntrack() || value.needsConntrack();
    }
}
