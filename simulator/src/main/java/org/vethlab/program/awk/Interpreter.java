package org.vethlab.program.awk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.process.Output;
import org.vethlab.program.awk.Statement.Kind;

/** Runs a program: BEGIN, its rules for each record, END. */
final class Interpreter {
    private static final int CHECK_EVERY = 1024;

    private final Machinery machinery;
    private final Evaluator evaluator;
    private final Set<Source.Rule> insideRange = new HashSet<>();
    private Value returned = Value.EMPTY;
    private int status;
    private int steps;

    Interpreter(Machinery machinery) {
        this.machinery = machinery;
        this.evaluator = new Evaluator(machinery, this::call);
    }

    /** @return the exit status */
    int run() {
        Kind ended = all(machinery.source.begin());
        if (ended != Kind.EXIT && machinery.source.readsInput()) {
            ended = records();
        }
        boolean exited = ended == Kind.EXIT;
        if (!exited || machinery.source.readsInput()) {
            all(machinery.source.end());
        }
        machinery.streams.closeAll();
        return status == 0 && machinery.missedFile() ? 2 : status;
    }

    private Kind all(List<Statement> blocks) {
        for (Statement block : blocks) {
            if (run(block) == Kind.EXIT) {
                return Kind.EXIT;
            }
        }
        return Kind.NORMAL;
    }

    private Kind records() {
        for (Optional<String> record = machinery.nextRecord(); record.isPresent(); record = machinery.nextRecord()) {
            machinery.fields.record(record.get());
            Kind ended = rules();
            if (ended == Kind.EXIT) {
                return ended;
            }
            if (ended == Kind.NEXTFILE) {
                machinery.skipFile();
            }
        }
        return Kind.NORMAL;
    }

    private Kind rules() {
        for (Source.Rule rule : machinery.source.rules()) {
            Kind ended = applies(rule) ? run(rule.action()) : Kind.NORMAL;
            if (ended == Kind.EXIT || ended == Kind.NEXT || ended == Kind.NEXTFILE) {
                return ended;
            }
        }
        return Kind.NORMAL;
    }

    private boolean applies(Source.Rule rule) {
        if (rule.pattern().isEmpty()) {
            return true;
        }
        if (rule.rangeEnd().isEmpty()) {
            return evaluator.truth(rule.pattern().get());
        }
        if (!insideRange.contains(rule) && !evaluator.truth(rule.pattern().get())) {
            return false;
        }
        if (evaluator.truth(rule.rangeEnd().get())) {
            insideRange.remove(rule);
        } else {
            insideRange.add(rule);
        }
        return true;
    }

    private Value call(Source.UserFunction function) {
        returned = Value.EMPTY;
        Kind ended = run(function.body());
        if (ended == Kind.EXIT) {
            throw new Exit();
        }
        Value value = returned;
        returned = Value.EMPTY;
        return value;
    }

    /** {@code exit} inside a function: leaves the expression that called it. */
    private static final class Exit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exit() {
            super("exit", null, false, false);
        }
    }

    private Kind run(Statement statement) {
        if (++steps % CHECK_EVERY == 0) {
            machinery.context.process().checkSignals();
        }
        try {
            return runHere(statement);
        } catch (Exit e) {
            return Kind.EXIT;
        }
    }

    private Kind runHere(Statement statement) {
        if (statement instanceof Statement.Block block) {
            for (Statement each : block.body()) {
                Kind ended = run(each);
                if (ended != Kind.NORMAL) {
                    return ended;
                }
            }
            return Kind.NORMAL;
        }
        if (statement instanceof Statement.Simple simple) {
            evaluator.value(simple.expression());
            return Kind.NORMAL;
        }
        if (statement instanceof Statement.Print print) {
            print(print);
            return Kind.NORMAL;
        }
        if (statement instanceof Statement.If conditional) {
            if (evaluator.truth(conditional.condition())) {
                return run(conditional.then());
            }
            return conditional.otherwise().map(this::run).orElse(Kind.NORMAL);
        }
        return loopOrJump(statement);
    }

    private Kind loopOrJump(Statement statement) {
        if (statement instanceof Statement.While loop) {
            return loop(Optional.of(loop.condition()), Optional.empty(), loop.body(), loop.bodyFirst());
        }
        if (statement instanceof Statement.For loop) {
            run(loop.first());
            return loop(loop.condition(), Optional.of(loop.step()), loop.body(), false);
        }
        if (statement instanceof Statement.ForIn loop) {
            return forIn(loop);
        }
        if (statement instanceof Statement.Delete delete) {
            delete(delete);
            return Kind.NORMAL;
        }
        if (statement instanceof Statement.Exit exit) {
            exit.status()
                    .ifPresent(expression ->
                            status = (int) evaluator.value(expression).number() & 255);
            return Kind.EXIT;
        }
        if (statement instanceof Statement.Return back) {
            returned = back.value().map(evaluator::value).orElse(Value.EMPTY);
            return Kind.RETURN;
        }
        return ((Statement.Jump) statement).kind();
    }

    private Kind loop(Optional<Expression> condition, Optional<Statement> step, Statement body, boolean bodyFirst) {
        boolean first = bodyFirst;
        while (first || condition.isEmpty() || evaluator.truth(condition.get())) {
            first = false;
            Kind ended = run(body);
            if (ended == Kind.BREAK) {
                return Kind.NORMAL;
            }
            if (ended != Kind.NORMAL && ended != Kind.CONTINUE) {
                return ended;
            }
            step.ifPresent(this::run);
        }
        return Kind.NORMAL;
    }

    private Kind forIn(Statement.ForIn loop) {
        Memory.Array array = machinery.memory.array(loop.array());
        for (String key : new ArrayList<>(array.elements.keySet())) {
            machinery.memory.set(loop.variable(), Value.input(key));
            Kind ended = run(loop.body());
            if (ended == Kind.BREAK) {
                return Kind.NORMAL;
            }
            if (ended != Kind.NORMAL && ended != Kind.CONTINUE) {
                return ended;
            }
        }
        return Kind.NORMAL;
    }

    private void delete(Statement.Delete delete) {
        Memory.Array array = machinery.memory.array(delete.array());
        if (delete.subscripts().isEmpty()) {
            array.elements.clear();
        } else {
            array.elements.remove(evaluator.subscript(delete.subscripts()));
        }
    }

    private void print(Statement.Print print) {
        String text = print.formatted() ? formatted(print.values()) : plain(print.values());
        Output output = print.target()
                .map(target -> machinery.streams.output(print.redirection(), evaluator.text(target)))
                .orElse(machinery.context.out());
        output.print(text);
    }

    private String plain(List<Expression> values) {
        if (values.isEmpty()) {
            return machinery.fields.text() + machinery.text("ORS");
        }
        String format = machinery.text("OFMT");
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(evaluator.value(value).text(format)));
        return String.join(machinery.text("OFS"), words) + machinery.text("ORS");
    }

    private String formatted(List<Expression> values) {
        if (values.isEmpty()) {
            throw new AwkException("no arguments in call to printf");
        }
        List<Value> rest =
                values.subList(1, values.size()).stream().map(evaluator::value).toList();
        return Format.apply("printf", evaluator.text(values.get(0)), rest, machinery.text("CONVFMT"));
    }
}
