package org.vethlab.program.system;

import org.vethlab.process.OpenFile;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** tty(1) of coreutils. */
public final class Tty implements Program {

    @Override
    public String name() {
        return "tty";
    }

    @Override
    public String summary() {
        return "print the file name of the terminal connected to standard input";
    }

    @Override
    public int run(Context context) {
        boolean silent =
                context.arguments().contains("-s") || context.arguments().contains("--silent");
        boolean terminal = context.process()
                .descriptors()
                .get(0)
                .map(OpenFile::name)
                .filter(name -> name.startsWith("/dev/pts") || name.equals("/dev/tty"))
                .isPresent();
        if (!silent) {
            context.out().println(terminal ? "/dev/pts/0" : "not a tty");
        }
        return terminal ? 0 : 1;
    }
}
