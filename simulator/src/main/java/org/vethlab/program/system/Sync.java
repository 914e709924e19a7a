package org.vethlab.program.system;

import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** sync(1) of coreutils: nothing is ever late. */
public final class Sync implements Program {

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public String summary() {
        return "synchronize cached writes to persistent storage";
    }

    @Override
    public int run(Context context) {
        return 0;
    }
}
