package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.text.Quoting;

/** Defines or shows aliases. */
final class Alias implements Builtin {
    @Override
    public String name() {
        return "alias";
    }

    @Override
    public String synopsis() {
        return "alias [-p] [name[=value] ... ]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "p");
        if (flags.rest().isEmpty()) {
            shell.aliases().forEach((name, value) -> shell.out().println(line(shell, name, value)));
            return 0;
        }
        int status = 0;
        for (String word : flags.rest()) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                shell.aliases().put(word.substring(0, equals), word.substring(equals + 1));
            } else if (shell.aliases().containsKey(word)) {
                shell.out().println(line(shell, word, shell.aliases().get(word)));
            } else {
                shell.messages().error("alias: " + word + ": not found");
                status = 1;
            }
        }
        return status;
    }

    private static String line(Interpreter shell, String name, String value) {
        return (shell.isDash() ? "" : "alias ") + name + "=" + Quoting.single(value);
    }
}
