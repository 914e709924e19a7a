package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Forgets aliases. */
final class Unalias implements Builtin {
    @Override
    public String name() {
        return "unalias";
    }

    @Override
    public String synopsis() {
        return "unalias [-a] name [name ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "a");
        if (flags.has('a')) {
            shell.aliases().clear();
            return 0;
        }
        if (flags.rest().isEmpty()) {
            throw new UsageException("", true, 2);
        }
        int status = 0;
        for (String name : flags.rest()) {
            if (!shell.aliases().containsKey(name)) {
                shell.messages().error("unalias: " + name + ": not found");
                status = 1;
            }
            shell.aliases().remove(name);
        }
        return status;
    }
}
