package org.vethlab.shell;

import java.util.List;
import org.vethlab.process.Process;
import org.vethlab.program.Program;

/** A bash that lives in a process: what one script leaves behind (variables, functions, jobs) the next one finds. */
public final class Shell {
    /** @param jobControl {@code set -m}: each job gets a process group and, in the foreground, the terminal */
    public Shell(Process process, boolean jobControl) {}

    /** Runs what was typed at its prompt, to its end. Messages begin with {@code bash: }. @return {@code $?} */
    public int run(String script, List<String> arguments) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Runs a script file. Messages begin with {@code NAME: line N: }. @param name {@code $0}. @return {@code $?} */
    public int runScript(String name, String script, List<String> arguments) {
        throw new UnsupportedOperationException("not yet");
    }

    /** bash and sh, for the table of programs. */
    public static List<Program> programs() {
        return List.of();
    }
}
