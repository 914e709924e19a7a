package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Does nothing, unsuccessfully. */
final class False implements Builtin {
    @Override
    public String name() {
        return "false";
    }

    @Override
    public String synopsis() {
        return "false";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        return 1;
    }
}
