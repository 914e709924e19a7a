package org.vethlab.shell.run;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.vethlab.process.Signal;
import org.vethlab.process.SignalException;
import org.vethlab.shell.arithmetic.ArithmeticException;
import org.vethlab.shell.expand.ExpansionException;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.syntax.Command;
import org.vethlab.shell.syntax.LineSupplier;
import org.vethlab.shell.syntax.Parser;
import org.vethlab.shell.syntax.SyntaxException;
import org.vethlab.shell.variable.VariableException;

/** Reads scripts unit by unit and runs each before the next one is read. */
public final class Scripts {
    private final Interpreter shell;
    private final State state;

    Scripts(Interpreter shell) {
        this.shell = shell;
        this.state = shell.state();
    }

    /** The shell's own script. */
    void main(LineSupplier lines) {
        String where = state.origin == State.Origin.STRING ? "-c: " : "";
        LineSupplier watched = () -> {
            shell.jobs().notifyChanges();
            return verbose(lines.next());
        };
        units(watched, where, 1);
        shell.traps().run();
    }

    private Optional<String> verbose(Optional<String> line) {
        boolean seen = state.dialect.isDash() && state.origin == State.Origin.STRING;
        if (shell.options().has(SetOption.VERBOSE) && !seen) {
            line.ifPresent(shell.messages()::raw);
        }
        return line;
    }

    /** A string in the midst of a script. @param where begins messages on its syntax */
    int text(String text, String where) {
        int childLine = state.childLine;
        state.nesting++;
        try {
            return units(LineSupplier.of(text), where, Math.max(1, state.line));
        } finally {
            state.nesting--;
            state.childLine = childLine;
        }
    }

    /** The inside of backquotes. */
    int substitution(String text) {
        return units(LineSupplier.of(text), "command substitution: ", Math.max(1, state.line));
    }

    /** A sourced file. @param arguments its positional parameters; empty to keep the caller's */
    public int file(String path, String text, List<String> arguments) {
        List<String> callers = state.positional;
        int line = state.line;
        int childLine = state.childLine;
        state.calls.enter(new CallStack.Frame("source", path, state.line, true));
        if (!arguments.isEmpty()) {
            state.positional = List.copyOf(arguments);
        }
        List<String> given = state.positional;
        state.nesting++;
        int loops = shell.flow().enterCall();
        try {
            LineSupplier lines = LineSupplier.of(text);
            state.status = 0;
            int status = units(() -> verbose(lines.next()), "", 1);
            shell.traps().runReturn();
            return status;
        } finally {
            shell.flow().leaveCall(loops);
            state.nesting--;
            if (state.positional == given) {
                state.positional = callers;
            }
            state.calls.leave();
            state.line = line;
            state.childLine = childLine;
        }
    }

    private int units(LineSupplier lines, String where, int firstLine) {
        Parser parser = new Parser(lines, shell.parserOptions(), firstLine);
        int status = 0;
        while (shell.flow().isNormal()) {
            Optional<Command> unit;
            try {
                unit = parser.next();
            } catch (SyntaxException e) {
                int failed = unreadable(where, e);
                if (!e.isRecoverable()) {
                    return failed;
                }
                parser.skipLine();
                continue;
            }
            if (unit.isEmpty()) {
                return status;
            }
            state.childLine = parser.line();
            status = shell.options().has(SetOption.NOEXEC) ? 0 : run(unit.get());
        }
        return state.status;
    }

    private int unreadable(String where, SyntaxException error) {
        shell.messages().syntaxError(where, error);
        boolean status = !error.isInCondition() || where.startsWith("eval");
        state.status = status ? error.status() : state.status;
        return state.status;
    }

    private int run(Command unit) {
        return reporting(() -> shell.runner().run(unit));
    }

    /** Runs something; what cannot be expanded or assigned costs the rest of the line, at worst the shell. */
    private int reporting(IntSupplier body) {
        try {
            return body.getAsInt();
        } catch (ExpansionException e) {
            return failed(e.getMessage(), e.isFatal());
        } catch (ArithmeticException | VariableException | FunctionCalls.Discarded | Runner.ExpansionDepth e) {
            return failed(e.getMessage(), false);
        }
    }

    private int failed(@org.jspecify.annotations.Nullable String message, boolean fatal) {
        shell.messages().error(String.valueOf(message));
        shell.flow().reset();
        state.unchecked = 0;
        state.status = state.dialect.mistake();
        if (state.dialect.isDash()) {
            shell.flow().exits();
        } else if (fatal && (state.origin != State.Origin.PROMPT || state.subshells > 0)) {
            state.status = state.origin == State.Origin.STRING ? 127 : 1;
            shell.flow().exits();
        } else if (state.subshells > 0) {
            shell.flow().exits();
        }
        return state.status;
    }

    /** Runs what a subshell is for, to the end of the subshell. @return its exit status */
    int subshell(IntSupplier body) {
        return toTheEnd(() -> reporting(body));
    }

    /** Runs the traps that are due when a shell ends, whatever ends it. */
    int toTheEnd(IntSupplier body) {
        try {
            state.status = body.getAsInt();
        } catch (SignalException e) {
            if (e.signal() != Signal.KILL) {
                state.status = e.status();
                shell.traps().runExit();
            }
            throw e;
        }
        shell.traps().run();
        shell.traps().runExit();
        shell.traps().dieOfInterrupt();
        return state.status;
    }
}
