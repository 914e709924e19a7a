package org.vethlab.program.system;

import java.util.Optional;
import org.vethlab.process.Signal;

/** Signals as kill, pkill and killall name and list them. */
final class SignalWords {
    /** {@code kill -l} and {@code killall -l}, with the signals that a lab has no use for. */
    static final String LIST = "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT\n"
            + "CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH POLL PWR SYS\n";

    private SignalWords() {}

    /** Whether a word is {@code -KILL}, {@code -SIGKILL} or {@code -9}, not an option of another kind. */
    static Optional<Signal> behindHyphen(String word) {
        return word.startsWith("-") && !word.startsWith("--") ? Signal.of(word.substring(1)) : Optional.empty();
    }
}
