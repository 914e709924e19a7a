package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Evaluates arithmetic. */
final class Let implements Builtin {
    @Override
    public String name() {
        return "let";
    }

    @Override
    public String synopsis() {
        return "let arg [arg ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        if (arguments.isEmpty()) {
            throw UsageException.failed("expression expected");
        }
        long value = 0;
        for (String argument : arguments) {
            value = shell.expander().evaluate(argument);
        }
        return value == 0 ? 1 : 0;
    }
}
