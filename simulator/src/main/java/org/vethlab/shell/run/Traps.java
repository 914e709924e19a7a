package org.vethlab.shell.run;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vethlab.process.Disposition;
import org.vethlab.process.Process;
import org.vethlab.process.Signal;
import org.vethlab.process.SignalException;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.run.TrapTable.Event;

/** Runs traps when their time has come, and sees to Ctrl-C. */
public final class Traps {
    private static final int INTERRUPTED = 128 + 2;

    private final Interpreter shell;
    private final Process process;
    private final State state;
    private final ArrayDeque<Signal> pending = new ArrayDeque<>();
    private boolean interrupted;
    private boolean inError;
    private boolean inDebug;

    Traps(Interpreter shell) {
        this.shell = shell;
        this.process = shell.process();
        this.state = shell.state();
        if (process.disposition(Signal.INT) == Disposition.DEFAULT) {
            process.disposition(Signal.INT, Disposition.CATCH);
        }
    }

    public TrapTable table() {
        return state.traps;
    }

    // setting

    /** {@code trap command SIGNAL}; an empty command ignores the signal. */
    public void set(Signal signal, String command) {
        state.traps.set(signal, command);
        process.disposition(signal, command.isEmpty() ? Disposition.IGNORE : Disposition.CATCH);
    }

    /** {@code trap - SIGNAL}. */
    public void clear(Signal signal) {
        state.traps.clear(signal);
        process.disposition(signal, signal == Signal.INT ? Disposition.CATCH : Disposition.DEFAULT);
    }

    boolean isTrapped(Signal signal) {
        return state.traps.command(signal).isPresent();
    }

    // signals

    /** Takes note of signals that have come; their traps run once the command at hand is over. */
    void collect() {
        for (Optional<Signal> signal = process.takeCaught(); signal.isPresent(); signal = process.takeCaught()) {
            pending.add(signal.get());
        }
    }

    /** Whether a signal has come that a trap waits for. */
    boolean isPending() {
        return pending.stream()
                .anyMatch(signal -> signal != Signal.CHLD && (isTrapped(signal) || signal == Signal.INT));
    }

    /** The status of a {@code wait} that a signal has cut short. */
    public int interruptedStatus() {
        return 128 + pending.stream().mapToInt(Signal::number).findFirst().orElse(0);
    }

    /** Runs the traps of signals that have come. */
    void run() {
        collect();
        while (!pending.isEmpty()) {
            handle(pending.remove());
        }
    }

    private void handle(Signal signal) {
        Optional<String> command = state.traps.command(signal);
        if (command.isPresent()) {
            run(command.get());
        } else if (signal == Signal.INT) {
            interrupt();
        }
    }

    private void run(String command) {
        if (command.isEmpty()) {
            return;
        }
        int status = state.status;
        shell.evaluate(command, "trap: ");
        if (shell.flow().isNormal()) {
            state.status = status;
        }
    }

    /**
     * Runs something that blocks for input: a signal cuts it short, its trap runs, and the input is asked for again.
     * Empty if the shell was interrupted.
     */
    public <T> Optional<T> blocking(Supplier<T> body) {
        Map<Signal, Disposition> before = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            if (process.disposition(signal) == Disposition.CATCH) {
                before.put(signal, Disposition.CATCH);
            }
        }
        while (!interrupted) {
            try {
                before.keySet().forEach(signal -> process.disposition(signal, Disposition.DEFAULT));
                return Optional.of(body.get());
            } catch (SignalException e) {
                if (!before.containsKey(e.signal())) {
                    throw e;
                }
                before.forEach(process::disposition);
                handle(e.signal());
            } finally {
                before.forEach(process::disposition);
            }
        }
        return Optional.empty();
    }

    // Ctrl-C

    /** The script at hand is given up. */
    void interrupt() {
        interrupted = true;
        state.status = INTERRUPTED;
        shell.flow().exits();
    }

    /** Whether Ctrl-C came while a foreground job ran; it is forgotten. */
    boolean takeInterrupt() {
        collect();
        return !isTrapped(Signal.INT) && pending.removeIf(signal -> signal == Signal.INT);
    }

    void forgetInterrupt() {
        interrupted = false;
    }

    /** A shell that was interrupted dies of it, so that who started it knows (wait_sigint_handler). */
    void dieOfInterrupt() {
        if (interrupted) {
            throw new SignalException(Signal.INT);
        }
    }

    // the shell's own events

    /** {@code trap … EXIT}, once. */
    void runExit() {
        Optional<String> command = state.traps.command(Event.EXIT);
        if (command.isEmpty()) {
            return;
        }
        state.traps.clear(Event.EXIT);
        int status = state.status;
        shell.flow().clear();
        shell.evaluate(command.get(), "exit trap: ");
        if (!shell.flow().isExit()) {
            state.status = status;
        }
        shell.flow().exits();
    }

    void runError() {
        Optional<String> command = state.traps.command(Event.ERR);
        if (command.isEmpty() || inError) {
            return;
        }
        inError = true;
        try {
            run(command.get());
        } finally {
            inError = false;
        }
    }

    void runDebug() {
        Optional<String> command = state.traps.command(Event.DEBUG);
        if (command.isEmpty() || inDebug) {
            return;
        }
        inDebug = true;
        try {
            run(command.get());
        } finally {
            inDebug = false;
        }
    }

    void runReturn() {
        state.traps.command(Event.RETURN).ifPresent(this::run);
    }

    // functions

    /** Traps that a function does not see. */
    record Hidden(Map<Event, String> commands) {}

    /** A function does not inherit ERR without {@code set -E}, nor DEBUG and RETURN without {@code set -T}. */
    Hidden hide() {
        Map<Event, String> hidden = new EnumMap<>(Event.class);
        if (!shell.options().has(SetOption.ERRTRACE)) {
            hide(Event.ERR, hidden);
        }
        if (!shell.options().has(SetOption.FUNCTRACE)) {
            hide(Event.DEBUG, hidden);
            hide(Event.RETURN, hidden);
        }
        return new Hidden(hidden);
    }

    private void hide(Event event, Map<Event, String> hidden) {
        state.traps.command(event).ifPresent(command -> {
            hidden.put(event, command);
            state.traps.clear(event);
        });
    }

    /** What the function has not set itself comes back. */
    void show(Hidden hidden) {
        hidden.commands().forEach((event, command) -> {
            if (state.traps.command(event).isEmpty()) {
                state.traps.set(event, command);
            }
        });
    }
}
