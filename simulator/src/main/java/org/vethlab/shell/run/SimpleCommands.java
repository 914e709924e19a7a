package org.vethlab.shell.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.vethlab.net.NetException;
import org.vethlab.shell.arithmetic.ArithmeticException;
import org.vethlab.shell.syntax.Assignment;
import org.vethlab.shell.syntax.Command;
import org.vethlab.shell.syntax.CommandPrinter;
import org.vethlab.shell.syntax.Part;
import org.vethlab.shell.syntax.Word;
import org.vethlab.shell.variable.VariableException;

/** Runs simple commands: expands, assigns, redirects, and finds out what the first word names. */
final class SimpleCommands {
    private final Interpreter shell;
    private final State state;
    private final Assignments assignments;
    private final FunctionCalls functions;
    private final Set<String> readonlyFunctions = new HashSet<>();

    SimpleCommands(Interpreter shell) {
        this.shell = shell;
        this.state = shell.state();
        this.assignments = new Assignments(shell);
        this.functions = new FunctionCalls(shell);
    }

    Assignments assignments() {
        return assignments;
    }

    boolean isReadonlyFunction(String name) {
        return readonlyFunctions.contains(name);
    }

    void protectFunction(String name) {
        readonlyFunctions.add(name);
    }

    int run(Command.Simple command) {
        return run(command, false);
    }

    /** @param last whether nothing follows in this process: a program then takes the shell's place (exec) */
    int run(Command.Simple command, boolean last) {
        state.line = command.line();
        shell.checkpoint();
        shell.traps().runDebug();
        if (!shell.flow().isNormal()) {
            return state.status;
        }
        int substitutions = shell.children().openSubstitutions();
        try {
            int status = expandAndRun(command, last);
            state.pipeStatus = List.of(status);
            return status;
        } finally {
            shell.children().closeSubstitutions(substitutions);
        }
    }

    private int expandAndRun(Command.Simple command, boolean last) {
        shell.children().forgetStatus();
        if (isDeclaration(command)) {
            return declaration(command);
        }
        List<String> words =
                command.words().isEmpty() ? List.of() : shell.expander().fields(command.words());
        if (words.isEmpty()) {
            return withoutCommand(command);
        }
        Invocation invocation = new Invocation(words, () -> CommandPrinter.print(command), last, false);
        return prepared(command, () -> traced(words, () -> invoke(invocation)), words.get(0));
    }

    /** Assignments and redirections alone: the assignments stay. */
    private int withoutCommand(Command.Simple command) {
        Optional<Redirector.Undo> undo = shell.redirector().apply(command.redirections());
        if (undo.isEmpty()) {
            return state.dialect.mistake();
        }
        undo.get().run();
        for (Assignment assignment : command.assignments()) {
            assignments.assign(assignment, shell.traces());
        }
        return shell.children().substitutionStatus();
    }

    /** Sets up redirections and the assignments that hold for one command, and takes both back afterwards. */
    private int prepared(Command.Simple command, IntSupplier body, String name) {
        boolean isExec = name.equals("exec");
        Optional<Redirector.Undo> undo = shell.redirector().apply(command.redirections());
        if (undo.isEmpty()) {
            if (isExec && state.origin != State.Origin.PROMPT || state.dialect.isFatalIn(name)) {
                shell.flow().exits();
            }
            return state.dialect.mistake();
        }
        boolean kept = false;
        boolean temporary = !command.assignments().isEmpty();
        if (temporary) {
            shell.variables().enterTemporary();
        }
        try {
            command.assignments().forEach(assignments::assignTemporarily);
            int status = body.getAsInt();
            kept = isExec && status == 0;
            return status;
        } finally {
            if (temporary) {
                shell.variables().leave();
            }
            if (kept) {
                undo.get().keep();
            } else {
                undo.get().run();
            }
        }
    }

    private int traced(List<String> words, IntSupplier body) {
        if (shell.traces()) {
            shell.tracer().words(words);
        }
        int status = body.getAsInt();
        state.lastArgument = words.get(words.size() - 1);
        return status;
    }

    // what a word names

    /**
     * Words to run.
     *
     * @param text what a job list shows
     * @param last whether a program may take the shell's place
     */
    private record Invocation(
            List<String> words, java.util.function.Supplier<String> text, boolean last, boolean withoutFunctions) {}

    /** Runs words that are expanded already. */
    int dispatch(List<String> words, boolean withoutFunctions) {
        return invoke(new Invocation(words, () -> String.join(" ", words), false, withoutFunctions));
    }

    private int invoke(Invocation invocation) {
        String name = invocation.words().get(0);
        List<String> arguments =
                invocation.words().subList(1, invocation.words().size());
        Function function = invocation.withoutFunctions() ? null : state.functions.get(name);
        if (function != null) {
            return functions.call(function, arguments);
        }
        Optional<Builtin> builtin = shell.builtins().find(name);
        if (builtin.isPresent()) {
            return watched(builtin.get(), () -> builtin.get().run(shell, arguments));
        }
        return invocation.last()
                ? shell.children().become(invocation.words(), false)
                : shell.children().program(invocation.words(), invocation.text());
    }

    /** Some builtins end a script of dash when they complain. */
    private int watched(Builtin builtin, IntSupplier body) {
        int told = shell.messages().told();
        int status = builtin(builtin, body);
        boolean mistaken = status != 0 && shell.messages().told() > told && state.dialect.isMistake(builtin.name());
        if (mistaken && state.dialect.isFatalIn(builtin.name())) {
            shell.flow().exits();
        }
        return mistaken ? state.dialect.mistake() : status;
    }

    private int builtin(Builtin builtin, IntSupplier body) {
        try {
            return body.getAsInt();
        } catch (Builtin.UsageException e) {
            return misused(builtin, e);
        } catch (VariableException | ArithmeticException e) {
            shell.messages().error(builtin.name() + ": " + e.getMessage());
            return 1;
        } catch (NetException e) {
            shell.messages()
                    .error(builtin.name() + ": write error: " + e.errno().text());
            return 1;
        }
    }

    private int misused(Builtin builtin, Builtin.UsageException error) {
        if (!String.valueOf(error.getMessage()).isEmpty()) {
            shell.messages().error(builtin.name() + ": " + error.getMessage());
        }
        if (error.showsSynopsis() && !state.dialect.isDash()) {
            shell.messages().line(builtin.name() + ": usage: " + builtin.synopsis());
        }
        return error.status();
    }

    /** Runs something whose arithmetic may fail with a message of its own. */
    int guarded(String name, IntSupplier body) {
        try {
            return body.getAsInt();
        } catch (ArithmeticException | VariableException e) {
            shell.messages().error(name + ": " + e.getMessage());
            return 1;
        }
    }

    // declare and its kin

    private boolean isDeclaration(Command.Simple command) {
        if (command.words().isEmpty()) {
            return false;
        }
        String name = command.words().get(0).source();
        return !state.functions.containsKey(name)
                && shell.builtins()
                        .find(name)
                        .filter(DeclarationBuiltin.class::isInstance)
                        .isPresent();
    }

    private int declaration(Command.Simple command) {
        String name = command.words().get(0).source();
        DeclarationBuiltin builtin =
                (DeclarationBuiltin) shell.builtins().find(name).orElseThrow();
        List<DeclarationBuiltin.Argument> arguments = new ArrayList<>();
        List<String> words = new ArrayList<>(List.of(name));
        for (Word word : command.words().subList(1, command.words().size())) {
            argument(word, arguments, words);
        }
        IntSupplier body = () -> {
            if (shell.traces() && builtin.tracesAssignments()) {
                arguments.forEach(argument -> argument.assignment().ifPresent(assignments::traceScalar));
            }
            return watched(builtin, () -> builtin.declare(shell, arguments));
        };
        if (shell.traces()) {
            arguments.forEach(argument -> argument.assignment().ifPresent(assignments::traceCompound));
        }
        return prepared(command, () -> traced(words, body), name);
    }

    private void argument(Word word, List<DeclarationBuiltin.Argument> arguments, List<String> words) {
        if (word.parts().size() == 1 && word.parts().get(0) instanceof Part.Assigned assigned) {
            Assignment constant = assignments.evaluated(assigned.assignment());
            String text = assignments.text(constant);
            arguments.add(new DeclarationBuiltin.Argument(text, Optional.of(constant)));
            words.add(text);
            return;
        }
        for (String field : shell.expander().fields(List.of(word))) {
            arguments.add(new DeclarationBuiltin.Argument(field, Optional.empty()));
            words.add(field);
        }
    }
}
