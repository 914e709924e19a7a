package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Goes back to the directory before. */
final class Popd implements Builtin {
    @Override
    public String name() {
        return "popd";
    }

    @Override
    public String synopsis() {
        return "popd [-n] [+N | -N]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        if (shell.directories().isEmpty()) {
            throw UsageException.failed("directory stack empty");
        }
        int index = arguments.isEmpty() ? 0 : DirectoryStack.index(shell, arguments.get(0));
        if (index == 0) {
            WorkingDirectory.change(shell, shell.directories().get(0), false);
            shell.directories().remove(0);
        } else {
            shell.directories().remove(index - 1);
        }
        DirectoryStack.print(shell);
        return 0;
    }
}
