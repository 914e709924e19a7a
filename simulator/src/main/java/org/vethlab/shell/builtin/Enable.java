package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Lists builtins. */
final class Enable implements Builtin {
    @Override
    public String name() {
        return "enable";
    }

    @Override
    public String synopsis() {
        return "enable [-a] [-dnps] [-f filename] [name ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "adnpsf:");
        for (String name : flags.rest()) {
            if (shell.builtins().find(name).isEmpty()) {
                throw UsageException.failed(name + ": not a shell builtin");
            }
        }
        if (flags.rest().isEmpty() && !flags.has('n')) {
            shell.builtins().all().forEach(builtin -> shell.out().println("enable " + builtin.name()));
        }
        return 0;
    }
}
