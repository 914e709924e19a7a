package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Takes a script's options apart, one a call. */
final class Getopts implements Builtin {
    @Override
    public String name() {
        return "getopts";
    }

    @Override
    public String synopsis() {
        return "getopts optstring name [arg ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        if (arguments.size() < 2) {
            throw new UsageException("", true, 2);
        }
        List<String> words = arguments.size() > 2 ? arguments.subList(2, arguments.size()) : shell.positional();
        return new OptionScan(shell, arguments.get(0), arguments.get(1), words).next();
    }
}
