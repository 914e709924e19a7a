package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Leaves loops. */
final class Break implements Builtin {
    @Override
    public String name() {
        return "break";
    }

    @Override
    public String synopsis() {
        return "break [n]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        return LoopLevel.read(this, shell, arguments, shell.flow()::breakLoops);
    }
}
