package org.vethlab.program.tc;

import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.sched.FilterOptions;

/** u32's keys in the words of IPv4 ({@code tc -p}), where there are any; others are left out, as tc does. */
final class PrettyKeys {
    private PrettyKeys() {}

    static String show(FilterOptions.Key key) {
        return switch (key.offset()) {
            case 0 -> first(key);
            case 8 -> key.mask() == 0x00ff_0000 ? "\n  match IP protocol " + (key.value() >> 16) : "";
            case 12 -> address("src", key);
            case 16 -> address("dst", key);
            case 20 -> ports(key);
            default -> "";
        };
    }

    private static String first(FilterOptions.Key key) {
        if (key.mask() == 0x0f00_0000) {
            return "\n  match IP ihl " + (key.value() >> 24);
        }
        return key.mask() == 0x00ff_0000 ? "\n  match IP dsfield 0x" + Long.toHexString(key.value() >> 16) : "";
    }

    private static String address(String which, FilterOptions.Key key) {
        int bits = Long.bitCount(key.mask());
        long straight = bits == 0 ? 0 : -1L << 32 - bits & 0xffff_ffffL;
        return straight == key.mask()
                ? "\n  match IP " + which + " " + new Ipv4Address((int) key.value()) + "/" + bits
                : "";
    }

    /** The line of a port alone is missing its beginning in tc, too. */
    private static String ports(FilterOptions.Key key) {
        if (key.mask() == 0x0000_ffff) {
            return "match dport " + key.value();
        }
        if (key.mask() == 0xffff_0000L) {
            return "\n  match sport " + (key.value() >> 16);
        }
        return key.mask() == 0xffff_ffffL
                ? "\n  match dport " + (key.value() & 0xffff) + ", match sport " + (key.value() >> 16)
                : "";
    }
}
