package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Evaluates a condition. */
final class TestBuiltin implements Builtin {
    @Override
    public String name() {
        return "test";
    }

    @Override
    public String synopsis() {
        return "test [expr]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        return TestExpression.evaluate(shell, arguments);
    }
}
