package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Prints the working directory. */
final class Pwd implements Builtin {
    @Override
    public String name() {
        return "pwd";
    }

    @Override
    public String synopsis() {
        return "pwd [-LP]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "LP");
        String logical = shell.variables().value("PWD").orElse(shell.process().directory());
        shell.out().println(flags.order().endsWith("P") ? shell.process().directory() : logical);
        return 0;
    }
}
