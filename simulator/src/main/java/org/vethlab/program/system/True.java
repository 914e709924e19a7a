package org.vethlab.program.system;

import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** true(1). */
public final class True implements Program {
    @Override
    public String name() {
        return "true";
    }

    @Override
    public String summary() {
        return "do nothing, successfully";
    }

    @Override
    public int run(Context context) {
        return 0;
    }
}
