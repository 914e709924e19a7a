package org.vethlab.shell.run;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.option.ShoptOption;
import org.vethlab.shell.pattern.Glob;
import org.vethlab.shell.syntax.Command;
import org.vethlab.shell.syntax.Word;

/** Runs the commands of the tree. Every method returns the exit status, which is in {@code $?} too. */
final class Runner {
    private static final int MAX_DEPTH = 3000;

    private final Interpreter shell;
    private final State state;
    private final Flow flow;
    private final SimpleCommands simple;
    private final Conditions conditions;
    private final Loops loops;
    private int depth;

    Runner(Interpreter shell) {
        this.shell = shell;
        this.state = shell.state();
        this.flow = shell.flow();
        this.simple = new SimpleCommands(shell);
        this.conditions = new Conditions(shell);
        this.loops = new Loops(shell, this);
    }

    SimpleCommands simple() {
        return simple;
    }

    /** Runs a simple command after which nothing follows in this process. */
    int last(Command.Simple command) {
        state.status = checked(simple.run(command, true));
        return state.status;
    }

    int run(Command command) {
        if (++depth > MAX_DEPTH) {
            depth = 0;
            throw new ExpansionDepth();
        }
        try {
            state.status = dispatch(command);
            return state.status;
        } finally {
            depth = Math.max(0, depth - 1);
        }
    }

    private int dispatch(Command command) {
        if (command instanceof Command.Simple one) {
            return checked(simple.run(one));
        }
        if (command instanceof Command.Sequence sequence) {
            return sequence(sequence.commands());
        }
        if (command instanceof Command.AndOr andOr) {
            return andOr(andOr);
        }
        if (command instanceof Command.If conditional) {
            return conditional(conditional);
        }
        if (command instanceof Command.Arithmetic arithmetic) {
            return checked(arithmetic(arithmetic));
        }
        if (command instanceof Command.Conditional conditional) {
            return checked(conditional(conditional));
        }
        if (command instanceof Command.Group group) {
            return run(group.body());
        }
        if (command instanceof Command.Pipeline pipeline) {
            return pipeline(pipeline);
        }
        if (command instanceof Command.Case choice) {
            return at(choice.line(), () -> choice(choice));
        }
        return dispatchMore(command);
    }

    /** Messages on children that die meanwhile name this line. */
    int at(int line, IntSupplier body) {
        int outer = state.childLine;
        state.childLine = line;
        try {
            return body.getAsInt();
        } finally {
            state.childLine = outer;
        }
    }

    private int dispatchMore(Command command) {
        if (command instanceof Command.Background background) {
            return shell.children().background(background.body());
        }
        if (command instanceof Command.Subshell subshell) {
            state.line = subshell.line();
            return checked(shell.children().subshell(subshell));
        }
        if (command instanceof Command.Redirected redirected) {
            return redirected(redirected);
        }
        if (command instanceof Command.FunctionDefinition function) {
            return define(function);
        }
        return loops.run(command);
    }

    private int sequence(List<Command> commands) {
        int status = state.status;
        for (int i = 0; i < commands.size() && flow.isNormal(); i++) {
            if (shell.options().has(SetOption.NOEXEC)) {
                return 0;
            }
            status = run(commands.get(i));
        }
        return commands.isEmpty() ? 0 : status;
    }

    private int andOr(Command.AndOr andOr) {
        int left = unchecked(andOr.left());
        boolean goesOn = (left == 0) == (andOr.connector() == Command.Connector.AND);
        return goesOn && flow.isNormal() ? run(andOr.right()) : left;
    }

    /** Runs a command whose failure is no reason to stop: a condition. */
    int unchecked(Command command) {
        state.unchecked++;
        try {
            return run(command);
        } finally {
            state.unchecked--;
        }
    }

    /** {@code set -e} and the ERR trap look at a status. */
    private int checked(int status) {
        if (status == 0 || state.unchecked > 0 || !flow.isNormal()) {
            return status;
        }
        state.status = status;
        shell.traps().runError();
        if (shell.options().has(SetOption.ERREXIT) && flow.isNormal()) {
            flow.exits();
        }
        return status;
    }

    private int conditional(Command.If conditional) {
        for (Command.Branch branch : conditional.branches()) {
            int condition = unchecked(branch.condition());
            if (!flow.isNormal()) {
                return condition;
            }
            if (condition == 0) {
                return run(branch.body());
            }
        }
        return conditional.otherwise().map(this::run).orElse(0);
    }

    private int pipeline(Command.Pipeline pipeline) {
        Stopwatch stopwatch = new Stopwatch(shell, pipeline.timing());
        int status;
        if (pipeline.negated()) {
            state.unchecked++;
            try {
                status = stages(pipeline.stages()) == 0 ? 1 : 0;
            } finally {
                state.unchecked--;
            }
        } else {
            status = stages(pipeline.stages());
        }
        stopwatch.print();
        return status;
    }

    private int stages(List<Command> stages) {
        if (stages.isEmpty()) {
            return 0;
        }
        return stages.size() == 1
                ? run(stages.get(0))
                : checked(shell.children().pipeline(stages));
    }

    private int arithmetic(Command.Arithmetic arithmetic) {
        before(arithmetic.line());
        shell.traps().runDebug();
        String text = shell.expander().arithmeticText(arithmetic.expression());
        if (shell.traces()) {
            shell.tracer().line("(( " + text + " ))");
        }
        return simple.guarded("((", () -> shell.expander().evaluate(text) == 0 ? 1 : 0);
    }

    private int conditional(Command.Conditional conditional) {
        before(conditional.line());
        shell.traps().runDebug();
        return conditions.evaluate(conditional.condition());
    }

    private void before(int line) {
        state.line = line;
        shell.checkpoint();
    }

    private int choice(Command.Case choice) {
        before(choice.line());
        shell.traps().runDebug();
        if (shell.traces()) {
            shell.tracer().line("case " + choice.subject().source() + " in");
        }
        String subject = shell.expander().single(choice.subject());
        int status = 0;
        boolean falling = false;
        for (Command.Clause clause : choice.clauses()) {
            if (!falling && !matches(subject, clause.patterns())) {
                continue;
            }
            status = run(clause.body());
            falling = clause.fallthrough() == Command.Fallthrough.NEXT_BODY;
            if (clause.fallthrough() == Command.Fallthrough.BREAK || !flow.isNormal()) {
                break;
            }
        }
        return status;
    }

    private boolean matches(String subject, List<Word> patterns) {
        boolean lists = shell.options().has(ShoptOption.EXTGLOB);
        boolean ignoreCase = shell.options().has(ShoptOption.NOCASEMATCH);
        for (Word pattern : patterns) {
            String glob = shell.expander().pattern(pattern);
            if (Glob.compile(glob, lists, ignoreCase).matches(subject)) {
                return true;
            }
        }
        return false;
    }

    private int redirected(Command.Redirected redirected) {
        Optional<Redirector.Undo> undo = shell.redirector().apply(redirected.redirections());
        if (undo.isEmpty()) {
            return checked(1);
        }
        try {
            return run(redirected.body());
        } finally {
            undo.get().run();
        }
    }

    private int define(Command.FunctionDefinition definition) {
        String name = definition.name();
        if (simple.isReadonlyFunction(name)) {
            shell.messages().error(name + ": readonly function");
            return 1;
        }
        String source = state.calls.isEmpty()
                ? state.name
                : state.calls.innermostFirst().get(0).source();
        state.functions.put(name, new Function(name, definition.body(), source, definition.line()));
        return 0;
    }

    /** Commands inside commands without end: a script calls itself. */
    static final class ExpansionDepth extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ExpansionDepth() {
            super("maximum nesting level exceeded", null, false, false);
        }
    }
}
