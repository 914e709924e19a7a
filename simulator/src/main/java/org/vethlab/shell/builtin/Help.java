package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Shows how builtins are used. */
final class Help implements Builtin {
    @Override
    public String name() {
        return "help";
    }

    @Override
    public String synopsis() {
        return "help [-dms] [pattern ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "dms");
        if (flags.rest().isEmpty()) {
            shell.out()
                    .println(
                            "These shell commands are defined internally.  Type `help name' to find out more about one.");
            shell.builtins().all().forEach(builtin -> shell.out().println(" " + builtin.synopsis()));
            return 0;
        }
        int status = 0;
        for (String name : flags.rest()) {
            Optional<Builtin> builtin = shell.builtins().find(name);
            if (builtin.isEmpty()) {
                String message = "no help topics match `" + name + "'.  Try `help help' or `man -k " + name
                        + "' or `info " + name + "'.";
                shell.messages().error("help: " + message);
                status = 1;
            } else {
                shell.out().println(name + ": " + builtin.get().synopsis());
            }
        }
        return status;
    }
}
