package org.vethlab.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A process's parent and its children, zombies among them. */
final class Family {
    private final Process self;
    private final List<Process> children = new ArrayList<>();
    private @Nullable Process parent;

    Family(Process self) {
        this.self = self;
    }

    Optional<Process> parent() {
        return Optional.ofNullable(parent);
    }

    List<Process> children() {
        return children;
    }

    /** Becomes the child of {@code newParent}. */
    void join(Process newParent) {
        parent = newParent;
        newParent.family().children.add(self);
    }

    /** Takes an ended child from the process table; of no effect on others. */
    void reap(Process child) {
        if (child.state().isOver() && children.remove(child)) {
            self.machine().forget(child);
        }
    }

    /**
     * The process has ended: its children go to the first process, its parent hears of it. A job that was stopped and has
     * lost the shell that could wake it is hung up and goes on (kill_orphaned_pgrp), which mostly means that it ends.
     */
    void leave() {
        Process init = self.machine().init();
        for (Process orphan : children) {
            orphan.family().join(init);
            init.family().reap(orphan);
            if (orphan.state() instanceof ProcessState.Stopped) {
                orphan.signal(Signal.HUP);
                orphan.signal(Signal.CONT);
            }
        }
        children.clear();
        tellParent();
        if (parent == init) {
            init.family().reap(self);
        }
    }

    /** The process has ended, stopped or gone on. */
    void tellParent() {
        if (parent != null) {
            parent.signal(Signal.CHLD);
            parent.wake();
        }
    }

    /** Whether it or one of its descendants is in a group. */
    boolean reaches(int group) {
        return self.group() == group
                || children.stream().anyMatch(child -> child.family().reaches(group));
    }
}
