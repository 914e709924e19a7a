package org.vethlab.program.ss;

import java.util.OptionalInt;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.socket.Endpoint;

/** Which sockets are shown: the expression behind ss's options. */
sealed interface SsFilter {
    boolean passes(SocketRow row);

    record And(SsFilter left, SsFilter right) implements SsFilter {
        @Override
        public boolean passes(SocketRow row) {
            return left.passes(row) && right.passes(row);
        }
    }

    record Or(SsFilter left, SsFilter right) implements SsFilter {
        @Override
        public boolean passes(SocketRow row) {
            return left.passes(row) || right.passes(row);
        }
    }

    record Not(SsFilter inner) implements SsFilter {
        @Override
        public boolean passes(SocketRow row) {
            return !inner.passes(row);
        }
    }

    /** An address with its prefix length, and a port; each may be left open. */
    record Host(boolean destination, IpAddress address, int bits, OptionalInt port) implements SsFilter {
        @Override
        public boolean passes(SocketRow row) {
            Endpoint end = destination ? row.remote() : row.local();
            boolean samePort = port.isEmpty() || port.getAsInt() == end.port();
            return samePort && (bits == 0 || matches(end.address()));
        }

        private boolean matches(IpAddress other) {
            if (address instanceof Ipv4Address mine && other instanceof Ipv4Address theirs) {
                return (mine.bits() ^ theirs.bits()) >>> 32 - bits == 0;
            }
            if (address instanceof Ipv6Address mine && other instanceof Ipv6Address theirs) {
                return equal(mine.high() ^ theirs.high(), bits) && equal(mine.low() ^ theirs.low(), bits - 64);
            }
            return false;
        }

        private static boolean equal(long difference, int bits) {
            return bits <= 0 || difference >>> Math.max(0, 64 - bits) == 0;
        }
    }

    /** A bound for a port. */
    record AtLeast(boolean destination, int port) implements SsFilter {
        @Override
        public boolean passes(SocketRow row) {
            return (destination ? row.remote() : row.local()).port() >= port;
        }
    }

    record AtMost(boolean destination, int port) implements SsFilter {
        @Override
        public boolean passes(SocketRow row) {
            return (destination ? row.remote() : row.local()).port() <= port;
        }
    }

    record OnDevice(String name) implements SsFilter {
        @Override
        public boolean passes(SocketRow row) {
            return row.device().filter(device -> device.name().equals(name)).isPresent();
        }
    }
}
