package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Runs a file in this shell. */
final class Source implements Builtin {
    @Override
    public String name() {
        return "source";
    }

    @Override
    public String synopsis() {
        return "source filename [arguments]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        List<String> words = Flags.parse(arguments, "").rest();
        if (words.isEmpty()) {
            throw new UsageException("filename argument required", true, 2);
        }
        return SourcedFile.run(shell, words.get(0), words.subList(1, words.size()));
    }
}
