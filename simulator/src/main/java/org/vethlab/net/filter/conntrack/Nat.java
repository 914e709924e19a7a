package org.vethlab.net.filter.conntrack;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.HookFunction;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Payload;

/** Address translation (net/netfilter/nf_nat_core.c): rules decide about first packets, all others follow them. */
public final class Nat {
    private final TupleSearch search;

    public Nat(Conntrack conntrack, SplittableRandom random) {
        this.search = new TupleSearch(conntrack, random);
    }

    /** Which end a hook's translation is about. */
    public static Manipulation manipulation(Hook hook) {
        return hook == Hook.POSTROUTING || hook == Hook.INPUT ? Manipulation.SOURCE : Manipulation.DESTINATION;
    }

    /**
     * A packet comes by a hook where chains of type nat hang (nf_nat_inet_fn).
     *
     * @param chains asked in turn about a connection's first packet
     */
    public Verdict translate(PacketContext packet, List<HookFunction> chains) {
        Optional<Tracked> tracked = packet.metadata().tracked();
        Optional<Connection> connection = tracked.flatMap(Tracked::connection);
        if (tracked.isEmpty() || connection.isEmpty()) {
            return Verdict.ACCEPT;
        }
        Manipulation kind = manipulation(packet.hook());
        IpPayload payload = Conntrack.payload(packet.packet());
        if (tracked.get().state() == PacketState.RELATED && Quoted.isError(payload)) {
            translateError(packet, connection.get(), tracked.get().reply(), kind);
            return Verdict.ACCEPT;
        }
        if (tracked.get().state() == PacketState.NEW && !connection.get().isDecided(kind)) {
            Verdict verdict = ask(packet, chains);
            if (verdict != Verdict.ACCEPT) {
                return verdict;
            }
            if (!connection.get().isDecided(kind)) {
                setUp(connection.get(), NatRange.NONE, kind);
            }
        }
        follow(packet, connection.get(), tracked.get().reply(), kind);
        return Verdict.ACCEPT;
    }

    private static Verdict ask(PacketContext packet, List<HookFunction> chains) {
        for (HookFunction chain : chains) {
            Verdict verdict = chain.evaluate(packet);
            if (verdict != Verdict.ACCEPT) {
                return verdict;
            }
            boolean decided = packet.metadata()
                    .tracked()
                    .flatMap(Tracked::connection)
                    .filter(connection -> connection.isDecided(manipulation(packet.hook())))
                    .isPresent();
            if (decided) {
                break;
            }
        }
        return Verdict.ACCEPT;
    }

    /** A rule decides what becomes of a connection's addresses (nf_nat_setup_info). */
    public Verdict setUp(PacketContext packet, NatRange range, Manipulation kind) {
        return packet.metadata()
                .tracked()
                .flatMap(Tracked::connection)
                .map(connection -> setUp(connection, range, kind))
                .orElse(Verdict.ACCEPT);
    }

    private Verdict setUp(Connection connection, NatRange range, Manipulation kind) {
        if (connection.isConfirmed() || connection.isDecided(kind)) {
            return Verdict.ACCEPT;
        }
        Tuple current = connection.reply().inverse().orElse(connection.original());
        Tuple chosen = search.unique(current, range, connection, kind);
        if (!chosen.equals(current)) {
            chosen.inverse().ifPresent(connection::reply);
            connection.translated(kind);
        }
        connection.decided(kind);
        return Verdict.ACCEPT;
    }

    /** Surprising: answers are translated back at the other hook, so that the ends are changed crosswise. */
    private static boolean concerns(Connection connection, boolean reply, Manipulation kind) {
        return connection.isTranslated(reply ? kind.other() : kind);
    }

    private static void follow(PacketContext packet, Connection connection, boolean reply, Manipulation kind) {
        if (!concerns(connection, reply, kind)) {
            return;
        }
        connection.tuple(!reply).inverse().ifPresent(target -> {
            IpAddress before = destination(packet.packet());
            Payload original = packet.packet();
            packet.replace(Manipulator.apply(original, target, kind));
            NatTrace.translated(packet, original, kind, reply);
            boolean elsewhere = !destination(packet.packet()).equals(before);
            if (packet.hook() == Hook.OUTPUT && elsewhere) {
                packet.metadata().setReroute(true);
            }
        });
    }

    /** The quoted packet went the other way (nf_nat_icmp_reply_translation). */
    private static void translateError(PacketContext packet, Connection connection, boolean reply, Manipulation kind) {
        if (!concerns(connection, reply, kind)) {
            return;
        }
        Tuple other = connection.tuple(!reply);
        IpPayload inner = Manipulator.quoted(Conntrack.payload(packet.packet()), other, kind.other());
        other.inverse()
                .ifPresent(target -> packet.replace(Manipulator.applyAddress(packet.packet(), target, kind, inner)));
    }

    private static IpAddress destination(Payload packet) {
        return Tuple.of(packet).map(Tuple::destination).orElseThrow();
    }
}
