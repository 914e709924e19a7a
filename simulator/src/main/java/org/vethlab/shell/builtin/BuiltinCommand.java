package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Runs a builtin, even if a function has its name. */
final class BuiltinCommand implements Builtin {
    @Override
    public String name() {
        return "builtin";
    }

    @Override
    public String synopsis() {
        return "builtin [shell-builtin [arg ...]]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        List<String> words = Flags.parse(arguments, "").rest();
        if (words.isEmpty()) {
            return 0;
        }
        Builtin builtin = shell.builtins()
                .find(words.get(0))
                .orElseThrow(() -> UsageException.failed(words.get(0) + ": not a shell builtin"));
        return builtin.run(shell, words.subList(1, words.size()));
    }
}
