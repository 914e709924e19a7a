package org.vethlab.process;

/** What waitpid(2) tells of a child. */
public sealed interface ProcessState {
    /** It lives and is not stopped. */
    record Running() implements ProcessState {}

    /** Stopped by a signal until SIGCONT. */
    record Stopped(Signal signal) implements ProcessState {}

    /** Ended by itself. */
    record Exited(int code) implements ProcessState {}

    /** Ended by a signal. */
    record Killed(Signal signal) implements ProcessState {}

    /** Whether nothing has changed between the two. */
    default boolean isSameAs(ProcessState other) {
        return getClass() == other.getClass() && status() == other.status();
    }

    /** Whether it has ended. */
    default boolean isOver() {
        return this instanceof Exited || this instanceof Killed;
    }

    /** The shell's {@code $?} for it: 128 and the signal's number if a signal ended or stopped it. */
    default int status() {
        if (this instanceof Exited exited) {
            return exited.code();
        }
        if (this instanceof Killed killed) {
            return 128 + killed.signal().number();
        }
        return this instanceof Stopped stopped ? 128 + stopped.signal().number() : 0;
    }
}
