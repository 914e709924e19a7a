package org.vethlab.program.system;

import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** arch(1) of coreutils. */
public final class Arch implements Program {

    @Override
    public String name() {
        return "arch";
    }

    @Override
    public String summary() {
        return "print machine hardware name";
    }

    @Override
    public int run(Context context) {
        context.out().println("x86_64");
        return 0;
    }
}
