package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Goes on with the next round of a loop. */
final class Continue implements Builtin {
    @Override
    public String name() {
        return "continue";
    }

    @Override
    public String synopsis() {
        return "continue [n]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        return LoopLevel.read(this, shell, arguments, shell.flow()::continueLoop);
    }
}
