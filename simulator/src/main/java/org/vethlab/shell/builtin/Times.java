package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** The processor time that the shell and its children took: none, in a simulation. */
final class Times implements Builtin {
    @Override
    public String name() {
        return "times";
    }

    @Override
    public String synopsis() {
        return "times";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        shell.out().print("0m0.000s 0m0.000s\n0m0.000s 0m0.000s\n");
        return 0;
    }
}
