package org.vethlab.process;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The signals of one process: what it does with them, and those that wait to be delivered. */
final class Signals {
    private static final Set<Signal> IGNORED_BY_DEFAULT = EnumSet.of(Signal.CHLD, Signal.CONT, Signal.WINCH);
    private static final Set<Signal> STOPPING = EnumSet.of(Signal.STOP, Signal.TSTP, Signal.TTIN, Signal.TTOU);

    private final Map<Signal, Disposition> dispositions = new EnumMap<>(Signal.class);
    private final ArrayDeque<Signal> caught = new ArrayDeque<>();
    private final EnumSet<Signal> pending = EnumSet.noneOf(Signal.class);
    private @Nullable Signal stoppedBy;

    Disposition disposition(Signal signal) {
        return dispositions.getOrDefault(signal, Disposition.DEFAULT);
    }

    void disposition(Signal signal, Disposition disposition) {
        if (signal != Signal.KILL && signal != Signal.STOP) {
            dispositions.put(signal, disposition);
        }
    }

    /** fork(2) copies what is done with signals, but no signal that waits. */
    void copyFrom(Signals other) {
        dispositions.putAll(other.dispositions);
    }

    /** execve(2): what was caught gets its default back, which befalls signals that nobody has looked at yet. */
    void reset() {
        dispositions.values().removeIf(disposition -> disposition == Disposition.CATCH);
        List<Signal> waiting = List.copyOf(caught);
        caught.clear();
        waiting.forEach(this::send);
    }

    /** Takes note of a signal. @return whether the process must look at it */
    boolean send(Signal signal) {
        if (signal == Signal.CONT || signal == Signal.KILL) {
            stoppedBy = null;
            pending.removeAll(STOPPING);
        }
        if (STOPPING.contains(signal)) {
            pending.remove(Signal.CONT);
        }
        Disposition disposition = disposition(signal);
        boolean ignored = disposition == Disposition.DEFAULT && IGNORED_BY_DEFAULT.contains(signal);
        if (disposition == Disposition.IGNORE || ignored) {
            return signal == Signal.CONT;
        }
        if (disposition == Disposition.CATCH) {
            caught.add(signal);
            return true;
        }
        if (STOPPING.contains(signal)) {
            stoppedBy = signal;
        } else {
            pending.add(signal);
        }
        return true;
    }

    /** Takes back what has not been looked at yet. */
    void forget(Signal signal) {
        pending.remove(signal);
        caught.removeIf(signal::equals);
    }

    Optional<Signal> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }

    boolean isKilled() {
        return pending.contains(Signal.KILL);
    }

    /** The signal that ends the process now: SIGKILL stays, so that it ends whatever the program does about it. */
    Optional<Signal> takePending() {
        if (isKilled()) {
            return Optional.of(Signal.KILL);
        }
        Optional<Signal> first = pending.stream().findFirst();
        first.ifPresent(pending::remove);
        return first;
    }

    Optional<Signal> takeCaught() {
        return Optional.ofNullable(caught.poll());
    }
}
