package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** {@code :} does nothing; its arguments are expanded all the same. */
final class Colon implements Builtin {
    @Override
    public String name() {
        return ":";
    }

    @Override
    public String synopsis() {
        return ":";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        return 0;
    }
}
