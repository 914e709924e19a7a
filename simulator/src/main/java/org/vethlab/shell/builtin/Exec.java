package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.run.TrapTable;

/** Becomes a program; with redirections alone it makes them last. */
final class Exec implements Builtin {
    @Override
    public String name() {
        return "exec";
    }

    @Override
    public String synopsis() {
        return "exec [-cl] [-a name] [command [argument ...]] [redirection ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "cla:");
        if (flags.rest().isEmpty()) {
            return 0;
        }
        int status = shell.become(flags.rest());
        shell.status(status);
        shell.flow().exits();
        shell.traps().table().clear(TrapTable.Event.EXIT);
        return status;
    }
}
