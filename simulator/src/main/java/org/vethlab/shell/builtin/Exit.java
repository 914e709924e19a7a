package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Ends the shell. */
final class Exit implements Builtin {
    @Override
    public String name() {
        return "exit";
    }

    @Override
    public String synopsis() {
        return "exit [n]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        int status = shell.status();
        if (!arguments.isEmpty()) {
            status = Numeric.isNumber(arguments.get(0))
                    ? Numeric.status(arguments.get(0))
                    : complain(shell, arguments.get(0));
            if (arguments.size() > 1 && !shell.isDash() && Numeric.isNumber(arguments.get(0))) {
                throw UsageException.failed("too many arguments");
            }
        }
        shell.status(status);
        shell.flow().exits();
        return status;
    }

    private static int complain(Interpreter shell, String argument) {
        shell.messages().error("exit: " + argument + ": numeric argument required");
        return 2;
    }
}
