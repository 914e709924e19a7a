package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Changes the working directory. */
final class Cd implements Builtin {
    @Override
    public String name() {
        return "cd";
    }

    @Override
    public String synopsis() {
        return "cd [-L|[-P [-e]] [-@]] [dir]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "LPe@");
        List<String> words = flags.rest();
        if (words.size() > 1) {
            throw UsageException.failed("too many arguments");
        }
        boolean back = !words.isEmpty() && words.get(0).equals("-");
        String target = words.isEmpty() ? home(shell) : back ? previous(shell) : words.get(0);
        String reached = WorkingDirectory.change(shell, target, flags.order().endsWith("P"));
        if (back || !reached.isEmpty()) {
            shell.out().println(shell.variables().value("PWD").orElse(""));
        }
        return 0;
    }

    private static String home(Interpreter shell) {
        return shell.variables().value("HOME").orElseThrow(() -> UsageException.failed("HOME not set"));
    }

    private static String previous(Interpreter shell) {
        return shell.variables().value("OLDPWD").orElseThrow(() -> UsageException.failed("OLDPWD not set"));
    }
}
