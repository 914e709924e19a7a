package org.vethlab.shell.run;

import java.util.List;
import java.util.Optional;

/** Calls functions: arguments, scope, and the way back. */
final class FunctionCalls {
    private final Interpreter shell;
    private final State state;

    FunctionCalls(Interpreter shell) {
        this.shell = shell;
        this.state = shell.state();
    }

    int call(Function function, List<String> arguments) {
        checkDepth(function);
        List<String> callers = state.positional;
        state.calls.enter(new CallStack.Frame(function.name(), function.source(), state.line, false));
        state.positional = List.copyOf(arguments);
        shell.variables().enterFunction();
        int loops = shell.flow().enterCall();
        Traps.Hidden hidden = shell.traps().hide();
        try {
            int status = shell.runner().at(function.line(), () -> shell.runner().run(function.body()));
            if (!shell.flow().isExit()) {
                shell.traps().runReturn();
            }
            return shell.flow().isNormal() ? status : state.status;
        } finally {
            shell.traps().show(hidden);
            shell.flow().leaveCall(loops);
            shell.variables().leave();
            state.positional = callers;
            state.calls.leave();
        }
    }

    /** FUNCNEST. What is deeper than any script means to go ends in {@link Runner.ExpansionDepth}. */
    private void checkDepth(Function function) {
        Optional<String> limit = shell.variables().value("FUNCNEST");
        boolean limited = limit.isPresent() && limit.get().matches("[0-9]{1,9}");
        int most = limited ? Integer.parseInt(limit.get()) : 0;
        if (most > 0 && state.calls.depth() >= most) {
            throw new Discarded(function.name() + ": maximum function nesting level exceeded (" + most + ")");
        }
    }

    /** All that the line at hand still had to do is given up. */
    static final class Discarded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Discarded(String message) {
            super(message, null, false, false);
        }
    }
}
