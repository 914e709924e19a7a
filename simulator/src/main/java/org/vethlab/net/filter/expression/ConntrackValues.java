package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.conntrack.Connection;
import org.vethlab.net.filter.conntrack.PacketState;
import org.vethlab.net.filter.conntrack.Tracked;
import org.vethlab.net.filter.conntrack.Tuple;

/** Reads what is known of a packet's connection (nft_ct_get_eval). */
final class ConntrackValues {
    private ConntrackValues() {}

    static Optional<BigInteger> load(ConntrackKey key, Optional<Boolean> reply, PacketContext packet) {
        Optional<Tracked> tracked = packet.metadata().tracked();
        if (key == ConntrackKey.STATE) {
            return number(
                    tracked.map(Tracked::state).orElse(PacketState.INVALID).bit());
        }
        if (key == ConntrackKey.DIRECTION) {
            return tracked.filter(one -> one.connection().isPresent()).flatMap(one -> number(one.reply() ? 1 : 0));
        }
        return tracked.flatMap(Tracked::connection).flatMap(connection -> load(key, reply, connection));
    }

    private static Optional<BigInteger> load(ConntrackKey key, Optional<Boolean> reply, Connection connection) {
        Tuple tuple = connection.tuple(reply.orElse(false));
        return switch (key) {
            case MARK -> number(connection.mark() & 0xffff_ffffL);
            case ZONE -> number(0);
            case STATUS -> number(status(connection));
            case PROTOCOL -> number(tuple.protocol());
            case L3_PROTOCOL -> number(tuple.source() instanceof Ipv4Address ? 2 : 10);
            case SOURCE, SOURCE_IPV4, SOURCE_IPV6 -> address(tuple.source());
            case DESTINATION, DESTINATION_IPV4, DESTINATION_IPV6 -> address(tuple.destination());
            case SOURCE_PORT -> number(tuple.sourceKey());
            case DESTINATION_PORT -> number(tuple.destinationKey());
            default -> Optional.empty();
        };
    }

    /** IPS_*. */
    private static int status(Connection connection) {
        int seenReply = connection.hasSeenReply() ? 1 << 1 : 0;
        int assured = connection.isAssured() ? 1 << 2 : 0;
        int confirmed = connection.isConfirmed() ? 1 << 3 : 0;
        int source = connection.isSourceTranslated() ? 1 << 4 : 0;
        int destination = connection.isDestinationTranslated() ? 1 << 5 : 0;
        int expected = connection.master().isPresent() ? 1 : 0;
        return expected | seenReply | assured | confirmed | source | destination;
    }

    private static Optional<BigInteger> address(IpAddress address) {
        return Optional.of(
                address instanceof Ipv4Address ipv4 ? Registers.of(ipv4) : Registers.of((Ipv6Address) address));
    }

    private static Optional<BigInteger> number(long value) {
        return Optional.of(BigInteger.valueOf(value));
    }
}
