package org.vethlab.shell.run;

import org.vethlab.process.ProcessState;
import org.vethlab.process.Signal;

/** Jobs as {@code jobs} lists them and as messages tell of them. */
final class JobPrinter {
    /** Room for the longest description of a signal. */
    private static final int STATUS_WIDTH = 24;

    private JobPrinter() {}

    /** {@code [1]+  Running                 sleep 30 &}, with the pids of all members if {@code pids}. */
    static String listed(Job job, char mark, boolean pids, String directory) {
        return "[" + job.number() + "]" + mark + " " + members(job, pids, directory);
    }

    /** The form of messages in scripts: pids, and no job number. */
    static String ofMessage(Job job, String directory) {
        return members(job, true, directory);
    }

    private static String members(Job job, boolean pids, String directory) {
        StringBuilder text = new StringBuilder();
        int count = job.members().size();
        for (int i = 0; i < count; i++) {
            member(job, i, pids, text);
            boolean last = i == count - 1;
            if (last) {
                text.append(job.isRunning() && !job.isForeground() ? " &" : "");
                text.append(job.directory().equals(directory) ? "" : "  (wd: " + polite(job.directory()) + ")");
            }
            text.append(pids || last ? "\n" : "");
        }
        return text.toString();
    }

    private static void member(Job job, int index, boolean pids, StringBuilder text) {
        Job.Member member = job.members().get(index);
        boolean first = index == 0;
        if (!first) {
            text.append(pids ? "     " : " |");
        }
        if (pids) {
            text.append(String.format("%5d", member.process().pid()));
        }
        text.append(' ');
        if (first || pids) {
            String status = status(job, index, pids);
            int padding = STATUS_WIDTH - (status.isEmpty() ? 2 : status.length());
            text.append(status).append(" ".repeat(Math.max(0, padding)));
        }
        if (!first && pids) {
            text.append("| ");
        }
        text.append(member.text().get());
    }

    /** Of later members nothing if it is the same as the first one's. */
    private static String status(Job job, int index, boolean pids) {
        ProcessState state = pids ? job.members().get(index).process().state() : job.state();
        ProcessState first = job.members().get(0).process().state();
        return index > 0 && state.isSameAs(first) ? "" : describe(job, state);
    }

    private static String describe(Job job, ProcessState state) {
        if (job.isStopped()) {
            return "Stopped";
        }
        if (job.isRunning()) {
            return "Running";
        }
        if (state instanceof ProcessState.Killed killed) {
            return killed.signal().text();
        }
        int code = state.status();
        return code == 0 ? "Done" : "Exit " + code;
    }

    static String ofSignal(Signal signal) {
        return signal.text();
    }

    static String polite(String directory) {
        return directory.equals("/root")
                ? "~"
                : directory.startsWith("/root/") ? "~" + directory.substring(5) : directory;
    }
}
