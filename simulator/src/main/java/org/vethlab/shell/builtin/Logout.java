package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Leaves a login shell, of which there are none here. */
final class Logout implements Builtin {
    @Override
    public String name() {
        return "logout";
    }

    @Override
    public String synopsis() {
        return "logout [n]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        throw UsageException.failed("not login shell: use `exit'");
    }
}
