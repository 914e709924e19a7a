package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.CallStack;
import org.vethlab.shell.run.Interpreter;

/** Where the function that runs was called from. */
final class Caller implements Builtin {
    @Override
    public String name() {
        return "caller";
    }

    @Override
    public String synopsis() {
        return "caller [expr]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        List<CallStack.Frame> frames = shell.calls().innermostFirst();
        int level = arguments.isEmpty() ? 0 : Numeric.parse(arguments.get(0));
        if (frames.isEmpty() && arguments.isEmpty()) {
            shell.out().println("0 NULL");
            return 0;
        }
        if (frames.isEmpty() || level < 0 || level >= frames.size()) {
            return 1;
        }
        boolean outermost = level + 1 == frames.size();
        String source = outermost ? shell.name() : frames.get(level + 1).source();
        String caller = outermost ? "main" : frames.get(level + 1).function();
        int line = frames.get(level).line();
        shell.out().println(arguments.isEmpty() ? line + " " + source : line + " " + caller + " " + source);
        return 0;
    }
}
