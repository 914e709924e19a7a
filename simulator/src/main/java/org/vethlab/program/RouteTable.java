package org.vethlab.program;

import java.util.List;
import java.util.Locale;
import org.vethlab.addr.Ipv4Address;

/** Prints the rows of /proc/net/route as {@code route} does (INET_rprint of net-tools). */
final class RouteTable {
    private static final int GATEWAY = 0x2;
    private static final int HOST = 0x4;
    private static final int REJECT = 0x200;

    private static final String HEAD = "Destination     Gateway         Genmask         ";
    private static final String CACHE_HEAD = "Source          Destination     Gateway         ";

    private final Context context;
    private final int detail;
    private final boolean numeric;

    /** @param detail 1, 2 with {@code -e}, 3 with {@code -ee} */
    RouteTable(Context context, int detail, boolean numeric) {
        this.context = context;
        this.detail = detail;
        this.numeric = numeric;
    }

    void print(List<List<String>> rows) {
        context.out().println("Kernel IP routing table");
        context.out()
                .print(
                        switch (detail) {
                            case 1 -> HEAD + "Flags Metric Ref    Use Iface\n";
                            case 2 -> HEAD + "Flags   MSS Window  irtt Iface\n";
                            case 3 -> HEAD + "Flags Metric Ref    Use Iface    MSS   Window irtt\n";
                            default -> "";
                        });
        rows.forEach(row -> context.out().print(line(row)));
    }

    /** The routing cache, which kernels have had no more since 3.6. */
    void printCache() {
        context.out().println("Kernel IP routing cache");
        context.out()
                .print(
                        switch (detail) {
                            case 1 -> CACHE_HEAD + "Flags Metric Ref    Use Iface\n";
                            case 2 -> CACHE_HEAD + "Flags   MSS Window  irtt Iface\n";
                            case 3 ->
                                CACHE_HEAD
                                        + "Flags Metric Ref    Use Iface    MSS   Window irtt  TOS HHRef HHUptod    "
                                        + " SpecDst\n";
                            default -> "";
                        });
    }

    /** Columns: interface, destination, gateway, flags, references, uses, metric, mask, MTU, window, round trip time. */
    private String line(List<String> row) {
        int flags = Integer.parseInt(row.get(3), 16);
        boolean reject = (flags & REJECT) != 0;
        String ways = reject
                ? String.format(
                        Locale.ROOT, "%-15s -               %-15s %-5s", destination(row), mask(row), marks(flags))
                : String.format(
                        Locale.ROOT,
                        "%-15s %-15s %-15s %-5s",
                        destination(row),
                        address(row.get(2)),
                        mask(row),
                        marks(flags));
        return switch (detail) {
            case 1 -> ways + plain(row, reject) + "\n";
            case 2 -> ways + sizes(row, reject) + "\n";
            case 3 -> ways + both(row, reject) + "\n";
            default -> "";
        };
    }

    private static String plain(List<String> row, boolean reject) {
        return reject
                ? String.format(Locale.ROOT, " %-6s -  %7s -", metric(row), row.get(5))
                : String.format(Locale.ROOT, " %-6s %-2s %7s %s", metric(row), row.get(4), row.get(5), row.get(0));
    }

    private static String sizes(List<String> row, boolean reject) {
        return reject
                ? "     - -          - -"
                : String.format(Locale.ROOT, " %5s %-5s %6s %s", row.get(8), row.get(9), row.get(10), row.get(0));
    }

    private static String both(List<String> row, boolean reject) {
        return reject
                ? String.format(Locale.ROOT, " %-6s -  %7s -        -     -      -", metric(row), row.get(5))
                : String.format(
                        Locale.ROOT,
                        " %-6s %-3s %6s %-6.6s   %-5s %-6s %s",
                        metric(row),
                        row.get(4),
                        row.get(5),
                        row.get(0),
                        row.get(8),
                        row.get(9),
                        row.get(10));
    }

    /** Read as an unsigned number, kept in an int, printed with a sign. */
    private static String metric(List<String> row) {
        return Integer.toString((int) Long.parseLong(row.get(6)));
    }

    private String destination(List<String> row) {
        String address = address(row.get(1));
        boolean any = address.equals("0.0.0.0") && mask(row).equals("0.0.0.0");
        return any && !numeric ? "default" : address;
    }

    private static String mask(List<String> row) {
        return address(row.get(7));
    }

    private static String address(String hexadecimal) {
        return new Ipv4Address(Integer.reverseBytes(Integer.parseUnsignedInt(hexadecimal, 16))).toString();
    }

    private static String marks(int flags) {
        String up = (flags & GATEWAY) != 0 ? "UG" : "U";
        return ((flags & REJECT) != 0 ? "!" : up) + ((flags & HOST) != 0 ? "H" : "");
    }
}
