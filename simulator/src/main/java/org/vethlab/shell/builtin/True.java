package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Does nothing, successfully. */
final class True implements Builtin {
    @Override
    public String name() {
        return "true";
    }

    @Override
    public String synopsis() {
        return "true";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        return 0;
    }
}
