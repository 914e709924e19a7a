package org.vethlab.program.tc;

import org.vethlab.net.sched.QdiscStatistics;
import org.vethlab.view.Printer;

/** Counters as {@code tc -s} shows them (print_tcstats2_attr). */
final class StatisticsPrinter {
    private StatisticsPrinter() {}

    /** Two lines, the last without its newline. */
    static void print(QdiscStatistics counters, String before, Fields fields) {
        Printer out = fields.out();
        out.text(before);
        out.field("bytes", "Sent %s bytes", counters.bytes);
        out.field("packets", " %s pkt", counters.packets);
        out.field("drops", " (dropped %s", counters.drops);
        out.field("overlimits", ", overlimits %s", counters.overlimits);
        out.field("requeues", " requeues %s) ", counters.requeues);
        out.newline();
        out.text(before);
        fields.size("backlog", "backlog ", counters.backlog, "");
        out.field("qlen", " %sp", counters.queueLength);
        out.text(" requeues " + counters.requeues);
    }
}
