package org.vethlab.program.tc;

import java.util.Optional;
import org.vethlab.net.sched.ClassOptions;
import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.net.sched.QueueReport;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** What tc knows of a kind of qdisc (struct qdisc_util): its words, and how its settings are shown. */
interface QdiscKind {
    String name();

    /** Reads the words behind the kind; nothing for a request without settings. @throws CommandException status 1 */
    Optional<QdiscOptions> parse(Arguments words, TcContext tc, String device);

    /** Reads the words behind the kind of a class. @throws CommandException for kinds without such classes */
    default ClassOptions parseClass(Arguments words, TcContext tc, String device) {
        throw new CommandException(1, "Error: Qdisc \"" + name() + "\" is classless.");
    }

    void print(QdiscOptions options, TcContext tc, Fields fields);

    default void printClass(ClassOptions options, TcContext tc, Fields fields) {}

    /** Prints counters of its own and ends the line. */
    default void printReport(QueueReport report, Fields fields) {}

    /** Prints the counters that a class of this kind has besides the common ones. */
    default void printClassReport(ClassOptions options, Fields fields) {}
}
