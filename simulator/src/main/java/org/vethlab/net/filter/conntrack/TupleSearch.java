package org.vethlab.net.filter.conntrack;

import java.util.SplittableRandom;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;

/** Finds an address and a port that no other connection has (get_unique_tuple of net/netfilter/nf_nat_core.c). */
final class TupleSearch {
    private static final int MOST_ATTEMPTS = 128;

    private final Conntrack conntrack;
    private final SplittableRandom random;

    TupleSearch(Conntrack conntrack, SplittableRandom random) {
        this.conntrack = conntrack;
        this.random = random;
    }

    Tuple unique(Tuple tuple, NatRange range, Connection connection, Manipulation kind) {
        boolean free = !range.random() && !range.fullyRandom();
        if (kind == Manipulation.SOURCE && free && isInRange(tuple, range) && !isTaken(tuple, connection)) {
            return tuple;
        }
        Tuple candidate = withAddress(tuple, address(tuple, range, kind), kind);
        if (free && isPortInRange(candidate, range, kind)) {
            boolean single =
                    range.ports().map(ports -> ports.first() == ports.last()).orElse(false);
            if (single || !isTaken(candidate, connection)) {
                return candidate;
            }
        }
        return withFreePort(candidate, range, connection, kind);
    }

    private boolean isTaken(Tuple tuple, Connection connection) {
        return tuple.inverse()
                .map(reply -> conntrack.isTaken(reply, connection))
                .orElse(false);
    }

    private static boolean isInRange(Tuple tuple, NatRange range) {
        if (range.net()) {
            return false;
        }
        boolean address = range.firstAddress().isEmpty()
                || compare(range.firstAddress().get(), tuple.source()) <= 0
                        && compare(tuple.source(), range.lastAddress().orElseThrow()) <= 0;
        return address && isPortInRange(tuple, range, Manipulation.SOURCE);
    }

    private static boolean isPortInRange(Tuple tuple, NatRange range, Manipulation kind) {
        int port = kind == Manipulation.SOURCE || tuple.isIcmp() ? tuple.sourceKey() : tuple.destinationKey();
        return range.ports()
                .map(ports -> ports.first() <= port && port <= ports.last())
                .orElse(true);
    }

    /** Spreads clients over the range, each to the same address always (find_best_ips_proto). */
    private static IpAddress address(Tuple tuple, NatRange range, Manipulation kind) {
        IpAddress current = kind == Manipulation.SOURCE ? tuple.source() : tuple.destination();
        if (range.firstAddress().isEmpty()) {
            return current;
        }
        IpAddress first = range.firstAddress().get();
        if (first instanceof Ipv4Address from && range.lastAddress().orElseThrow() instanceof Ipv4Address to) {
            if (range.net() && current instanceof Ipv4Address host) {
                int mask = ~(from.bits() ^ to.bits());
                return new Ipv4Address(from.bits() & mask | host.bits() & ~mask);
            }
            long size = (to.bits() & 0xffff_ffffL) - (from.bits() & 0xffff_ffffL) + 1;
            int seed = tuple.source().hashCode()
                    + (range.persistent() ? 0 : tuple.destination().hashCode());
            return new Ipv4Address(from.bits() + (int) Math.floorMod(seed * 0x9e37_79b9L >>> 7, size));
        }
        return first;
    }

    private static Tuple withAddress(Tuple tuple, IpAddress address, Manipulation kind) {
        return kind == Manipulation.SOURCE
                ? tuple.withSource(address, tuple.sourceKey())
                : tuple.withDestination(address, tuple.destinationKey());
    }

    /** Another port, of the same sort as the old one (nf_nat_l4proto_unique_tuple). */
    private Tuple withFreePort(Tuple tuple, NatRange range, Connection connection, Manipulation kind) {
        boolean bySource = kind == Manipulation.SOURCE || tuple.isIcmp();
        if (range.ports().isEmpty() && !bySource) {
            return tuple;
        }
        NatRange.Ports ports =
                range.ports().orElseGet(() -> tuple.isIcmp() ? new NatRange.Ports(0, 0xffff) : alike(tuple));
        int size = ports.last() - ports.first() + 1;
        boolean anywhere = range.random() || range.fullyRandom() || kind == Manipulation.SOURCE;
        int offset = anywhere ? random.nextInt(size) : 0;
        Tuple candidate = tuple;
        for (int i = 0; i < Math.min(size, MOST_ATTEMPTS); i++) {
            int port = ports.first() + (offset + i) % size;
            candidate = bySource
                    ? tuple.withSource(tuple.source(), port)
                    : tuple.withDestination(tuple.destination(), port);
            if (!isTaken(candidate, connection)) {
                return candidate;
            }
        }
        return candidate;
    }

    private static NatRange.Ports alike(Tuple tuple) {
        int port = tuple.sourceKey();
        if (port >= 1024) {
            return new NatRange.Ports(1024, 65535);
        }
        return port < 512 ? new NatRange.Ports(1, 511) : new NatRange.Ports(600, 1023);
    }

    private static int compare(IpAddress one, IpAddress other) {
        if (one instanceof Ipv4Address left && other instanceof Ipv4Address right) {
            return left.compareTo(right);
        }
        return one instanceof Ipv6Address left && other instanceof Ipv6Address right ? left.compareTo(right) : 0;
    }
}
