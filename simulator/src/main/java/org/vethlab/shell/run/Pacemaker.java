package org.vethlab.shell.run;

import org.vethlab.process.Process;

/** Lets virtual time go on while a script runs nothing but builtins: a loop that waits for the clock must end. */
final class Pacemaker {
    /** What a builtin takes on a real machine, parsing and all. */
    private static final long BEAT = 10_000;

    private static final int BEATS = 100;

    private final Process process;
    private int beats;

    Pacemaker(Process process) {
        this.process = process;
    }

    void beat() {
        if (++beats == BEATS) {
            beats = 0;
            process.checkSignals();
            process.sleep(BEATS * BEAT);
        }
    }
}
