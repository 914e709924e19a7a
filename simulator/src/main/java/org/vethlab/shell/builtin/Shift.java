package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Moves the positional parameters down. */
final class Shift implements Builtin {
    @Override
    public String name() {
        return "shift";
    }

    @Override
    public String synopsis() {
        return "shift [n]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        int count = 1;
        if (!arguments.isEmpty()) {
            count = Numeric.parse(arguments.get(0));
        }
        List<String> positional = shell.positional();
        if (count < 0) {
            throw UsageException.failed(arguments.get(0) + ": shift count out of range");
        }
        if (count > positional.size()) {
            if (shell.isDash()) {
                throw UsageException.failed("can't shift that many");
            }
            return 1;
        }
        shell.positional(positional.subList(count, positional.size()));
        return 0;
    }
}
