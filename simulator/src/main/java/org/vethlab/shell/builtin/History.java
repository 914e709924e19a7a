package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** The list of commands typed, which a script does not keep. */
final class History implements Builtin {
    @Override
    public String name() {
        return "history";
    }

    @Override
    public String synopsis() {
        return "history [-c] [-d offset] [n] or history -anrw [filename] or history -ps arg [arg...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        return 0;
    }
}
