package org.vethlab.shell.run;

import java.util.List;
import java.util.function.Supplier;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;

/** A pipeline, a program or a subshell that the shell has started. */
public final class Job {
    private final int number;
    private final List<Member> members;
    private final String directory;
    private final boolean ownGroup;
    private boolean foreground;
    private boolean notified;
    private ProcessState reported = new ProcessState.Running();

    /** @param text what job lists show of it */
    public record Member(Process process, Supplier<String> text) {}

    Job(int number, List<Member> members, String directory, boolean ownGroup, boolean foreground) {
        this.number = number;
        this.members = List.copyOf(members);
        this.directory = directory;
        this.ownGroup = ownGroup;
        this.foreground = foreground;
    }

    public int number() {
        return number;
    }

    public List<Member> members() {
        return members;
    }

    /** The working directory in which it was started. */
    String directory() {
        return directory;
    }

    boolean hasOwnGroup() {
        return ownGroup;
    }

    /** The process group, which is the first member's pid. */
    public int group() {
        return members.get(0).process().pid();
    }

    boolean isForeground() {
        return foreground;
    }

    void foreground(boolean now) {
        foreground = now;
    }

    /** Whether its last change has been told. */
    boolean isNotified() {
        refresh();
        return notified;
    }

    void markNotified() {
        refresh();
        notified = true;
    }

    /** A new state is news. */
    private void refresh() {
        ProcessState now = state();
        if (!now.isSameAs(reported)) {
            reported = now;
            notified = false;
        }
    }

    /** All members together: running while one runs, stopped while one is stopped, else the last one's end. */
    public ProcessState state() {
        ProcessState stopped = last().state();
        boolean anyStopped = false;
        for (Member member : members) {
            ProcessState state = member.process().state();
            if (state instanceof ProcessState.Running) {
                return state;
            }
            if (state instanceof ProcessState.Stopped) {
                stopped = state;
                anyStopped = true;
            }
        }
        return anyStopped ? stopped : last().state();
    }

    public boolean isRunning() {
        return state() instanceof ProcessState.Running;
    }

    public boolean isStopped() {
        return state() instanceof ProcessState.Stopped;
    }

    public boolean isDone() {
        return state().isOver();
    }

    /** The number that {@code $!} had. */
    public int lastPid() {
        return last().pid();
    }

    Process last() {
        return members.get(members.size() - 1).process();
    }
}
