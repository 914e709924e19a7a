package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Leaves a function or a sourced file. */
final class Return implements Builtin {
    @Override
    public String name() {
        return "return";
    }

    @Override
    public String synopsis() {
        return "return [n]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        int status = shell.status();
        if (!arguments.isEmpty()) {
            if (!Numeric.isNumber(arguments.get(0))) {
                shell.messages().error("return: " + arguments.get(0) + ": numeric argument required");
                status = 2;
            } else {
                status = Numeric.status(arguments.get(0));
            }
        }
        if (shell.calls().isEmpty() && shell.isDash()) {
            shell.flow().exits();
        } else if (shell.calls().isEmpty()) {
            throw new UsageException("can only `return' from a function or sourced script", false, 2);
        }
        shell.status(status);
        if (shell.flow().isNormal()) {
            shell.flow().returns();
        }
        return status;
    }
}
