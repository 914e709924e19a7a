package org.vethlab.shell.run;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vethlab.shell.syntax.Command;
import org.vethlab.shell.syntax.Expression;
import org.vethlab.shell.syntax.Word;

/** {@code for}, {@code while}, {@code until} and {@code select}. */
final class Loops {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Interpreter shell;
    private final Runner runner;
    private final State state;
    private final Flow flow;

    Loops(Interpreter shell, Runner runner) {
        this.shell = shell;
        this.runner = runner;
        this.state = shell.state();
        this.flow = shell.flow();
    }

    int run(Command command) {
        flow.enterLoop();
        try {
            if (command instanceof Command.While loop) {
                return whileLoop(loop);
            }
            if (command instanceof Command.For loop) {
                return runner.at(loop.line(), () -> forLoop(loop));
            }
            if (command instanceof Command.ForArithmetic loop) {
                return arithmetic(loop);
            }
            Command.Select select = (Command.Select) command;
            return runner.at(select.line(), () -> new Selection(shell, runner).run(select));
        } finally {
            shell.process().finite();
            flow.leaveLoop();
        }
    }

    private int whileLoop(Command.While loop) {
        int status = 0;
        LoopPace pace = new LoopPace(shell.process());
        while (true) {
            shell.checkpoint();
            pace.turn();
            int condition = runner.unchecked(loop.condition());
            if (!flow.isNormal()) {
                if (flow.endsLoop()) {
                    return condition;
                }
                continue;
            }
            if ((condition == 0) == loop.until()) {
                return status;
            }
            status = runner.run(loop.body());
            if (flow.endsLoop()) {
                return status;
            }
        }
    }

    private int forLoop(Command.For loop) {
        List<String> words = words(loop.words());
        int status = 0;
        for (String word : words) {
            state.line = loop.line();
            if (shell.traces()) {
                shell.tracer().line("for " + loop.variable() + " in " + sources(loop.words()));
            }
            shell.traps().runDebug();
            if (!isName(loop.variable())) {
                shell.messages().error("`" + loop.variable() + "': not a valid identifier");
                return 1;
            }
            shell.variables().assign(loop.variable(), word);
            shell.checkpoint();
            status = runner.run(loop.body());
            if (flow.endsLoop()) {
                break;
            }
        }
        return status;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private List<String> words(Optional<List<Word>> words) {
        return words.map(shell.expander()::fields).orElseGet(shell::positional);
    }

    private static String sources(Optional<List<Word>> words) {
        return words.map(all -> String.join(" ", all.stream().map(Word::source).toList()))
                .orElse("\"$@\"");
    }

    private int arithmetic(Command.ForArithmetic loop) {
        int status = 0;
        evaluate(loop.line(), loop.start(), 0);
        LoopPace pace = new LoopPace(shell.process());
        while (evaluate(loop.line(), loop.condition(), 1) != 0) {
            shell.checkpoint();
            pace.turn();
            status = runner.run(loop.body());
            if (flow.endsLoop()) {
                break;
            }
            evaluate(loop.line(), loop.step(), 0);
        }
        return status;
    }

    /** @param missing the value of an expression that is not there */
    private long evaluate(int line, Expression expression, long missing) {
        state.line = line;
        String text = shell.expander().arithmeticText(expression);
        if (text.isBlank()) {
            return missing;
        }
        if (shell.traces()) {
            shell.tracer().line("(( " + text.strip() + " ))");
        }
        return shell.expander().evaluate(text);
    }
}
