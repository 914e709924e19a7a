package org.vethlab.program.system;

import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** false(1). */
public final class False implements Program {
    @Override
    public String name() {
        return "false";
    }

    @Override
    public String summary() {
        return "do nothing, unsuccessfully";
    }

    @Override
    public int run(Context context) {
        return 1;
    }
}
