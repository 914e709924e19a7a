package org.vethlab.program.ip;

import java.util.List;
import org.vethlab.net.link.Statistics;
import org.vethlab.view.Printer;

/** Prints the counters of a device ({@code -s}; {@code -s -s} the errors in detail): print_stats64. */
final class LinkStatistics {
    /** An empty column: {@code compressed} shows only where a device counts such packets. */
    private static final String NO_COMPRESSED = " ".repeat("compressed".length());

    private final IpContext ip;
    private final Printer out;
    private final boolean detailed;

    LinkStatistics(IpContext ip) {
        this.ip = ip;
        this.out = ip.printer();
        this.detailed = ip.options().statistics() > 1;
    }

    void print(Statistics statistics) {
        if (out.isJson()) {
            printJson(statistics);
        } else {
            printTable(statistics);
        }
    }

    private void printJson(Statistics statistics) {
        out.beginObject("stats64");
        out.beginObject("rx");
        out.hidden("bytes", statistics.rxBytes);
        out.hidden("packets", statistics.rxPackets);
        out.hidden("errors", statistics.rxErrors);
        out.hidden("dropped", statistics.rxDropped);
        out.hidden("over_errors", 0);
        out.hidden("multicast", statistics.multicast);
        if (detailed) {
            hiddenZeros("length_errors", "crc_errors", "frame_errors", "fifo_errors", "missed_errors");
        }
        out.endObject();
        out.beginObject("tx");
        out.hidden("bytes", statistics.txBytes);
        out.hidden("packets", statistics.txPackets);
        out.hidden("errors", statistics.txErrors);
        out.hidden("dropped", statistics.txDropped);
        out.hidden("carrier_errors", 0);
        out.hidden("collisions", statistics.collisions);
        if (detailed) {
            hiddenZeros("aborted_errors", "fifo_errors", "window_errors", "heartbeat_errors");
            out.hidden("carrier_changes", statistics.carrierChanges);
        }
        out.endObject();
        out.endObject();
    }

    private void hiddenZeros(String... keys) {
        for (String key : keys) {
            out.hidden(key, 0);
        }
    }

    private void printTable(Statistics s) {
        List<Long> rx = List.of(s.rxBytes, s.rxPackets, s.rxErrors, s.rxDropped, 0L, s.multicast);
        List<Long> tx = List.of(s.txBytes, s.txPackets, s.txErrors, s.txDropped, 0L, s.collisions);
        List<Long> changes = List.of(0L, 0L, 0L, 0L, s.carrierChanges);
        Columns columns = new Columns(ip.options(), "*X errors:", "packets", "errors", "dropped", "heartbt", "overrun");
        columns.fit(rx);
        columns.fit(tx);
        out.text("    RX: " + columns.heads(4, "bytes", "packets", "errors", "dropped", "missed", "mcast"));
        out.text(NO_COMPRESSED);
        row(columns.numbers(rx));
        if (detailed) {
            errors("RX", columns, List.of("length", "crc", "frame", "fifo", "overrun"), List.of(0L, 0L, 0L, 0L, 0L));
        }
        out.newline();
        out.text("    TX: " + columns.heads(4, "bytes", "packets", "errors", "dropped", "carrier", "collsns"));
        out.text(NO_COMPRESSED);
        row(columns.numbers(tx));
        if (detailed) {
            errors("TX", columns, List.of("aborted", "fifo", "window", "heartbt", "transns"), changes);
        }
    }

    private void row(String numbers) {
        out.newline();
        out.text("    " + numbers);
    }

    private void errors(String direction, Columns columns, List<String> heads, List<Long> values) {
        out.newline();
        out.text("    " + direction + " errors:" + columns.errorHeads(heads));
        out.newline();
        out.text(columns.errorNumbers(values));
    }
}
