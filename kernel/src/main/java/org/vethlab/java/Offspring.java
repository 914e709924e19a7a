package org.vethlab.java;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;

/** The processes that a cell has started. When the cell is interrupted, they end with it. */
final class Offspring {
    private Offspring() {}

    static void endThoseSince(Instant start) {
        Instant since = start.minus(clockDifference());
        ProcessHandle.current()
                .children()
                .filter(child ->
                        child.info().startInstant().filter(since::isBefore).isPresent())
                .forEach(Offspring::end);
    }

    /** Start times count from a boot time in whole seconds: all are off by the same fraction, our own start's too. */
    private static Duration clockDifference() {
        Instant known =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Instant told = ProcessHandle.current().info().startInstant().orElse(known);
        return Duration.between(told, known);
    }

    private static void end(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
