package org.vethlab.shell.builtin;

import java.util.List;
import java.util.function.IntConsumer;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** The argument of {@code break} and {@code continue}. */
final class LoopLevel {
    private LoopLevel() {}

    static int read(Builtin builtin, Interpreter shell, List<String> arguments, IntConsumer action) {
        if (shell.flow().loops() == 0) {
            if (shell.isDash()) {
                return 0;
            }
            shell.messages().error(builtin.name() + ": only meaningful in a `for', `while', or `until' loop");
            return 0;
        }
        int count = arguments.isEmpty() ? 1 : Numeric.parse(arguments.get(0));
        if (count <= 0) {
            shell.messages().error(builtin.name() + ": " + arguments.get(0) + ": loop count out of range");
            shell.flow().breakLoops(shell.flow().loops());
            return 1;
        }
        action.accept(count);
        return 0;
    }
}
