package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Runs its arguments as a command. */
final class Eval implements Builtin {
    @Override
    public String name() {
        return "eval";
    }

    @Override
    public String synopsis() {
        return "eval [arg ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        List<String> words = Flags.parse(arguments, "").rest();
        return words.isEmpty() ? 0 : shell.evaluate(String.join(" ", words), "eval: ");
    }
}
