package org.vethlab.program;

import java.util.List;
import java.util.Locale;
import org.vethlab.addr.Ipv6Address;

/** Prints the rows of /proc/net/ipv6_route as {@code route -6} does (rprint_fib6 of net-tools). */
final class Route6Table {
    private final Context context;

    Route6Table(Context context) {
        this.context = context;
    }

    void print(List<List<String>> rows) {
        context.out().println("Kernel IPv6 routing table");
        context.out().println("Destination                    Next Hop                   Flag Met Ref  Use If");
        rows.forEach(row -> context.out().println(line(row)));
    }

    /** Columns: destination, length, source, length, next hop, metric, references, uses, flags, interface. */
    private static String line(List<String> row) {
        return String.format(
                Locale.ROOT,
                "%-30s %-26s %-4s %-3d %-1d%7d %s",
                address(row.get(0)) + "/" + Integer.parseInt(row.get(1), 16),
                address(row.get(4)),
                marks((int) Long.parseLong(row.get(8), 16)),
                (int) Long.parseLong(row.get(5), 16),
                Integer.parseInt(row.get(6), 16),
                Integer.parseInt(row.get(7), 16),
                row.get(9));
    }

    private static Ipv6Address address(String digits) {
        return new Ipv6Address(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }

    /** In net-tools' order; one that is refused is not up. */
    private static String marks(int flags) {
        StringBuilder marks = new StringBuilder((flags & 0x200) != 0 ? "!" : "U");
        marks.append((flags & 0x2) != 0 ? "G" : "");
        marks.append((flags & 0x4) != 0 ? "H" : "");
        marks.append((flags & 0x40000) != 0 ? "A" : "");
        marks.append((flags & 0x400000) != 0 ? "e" : "");
        return marks.append((flags & 0x200000) != 0 ? "n" : "").toString();
    }
}
