package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** {@code [} is {@code test} with a closing bracket. */
final class Bracket implements Builtin {
    @Override
    public String name() {
        return "[";
    }

    @Override
    public String synopsis() {
        return "[ arg... ]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        int last = arguments.size() - 1;
        if (last < 0 || !arguments.get(last).equals("]")) {
            throw new UsageException("missing `]'", false, 2);
        }
        return TestExpression.evaluate(shell, arguments.subList(0, last));
    }
}
