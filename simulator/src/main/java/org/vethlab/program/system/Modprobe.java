package org.vethlab.program.system;

import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** modprobe(8): every module that a lab can use is there already. */
public final class Modprobe implements Program {
    @Override
    public String name() {
        return "modprobe";
    }

    @Override
    public String path() {
        return "/usr/sbin/modprobe";
    }

    @Override
    public String summary() {
        return "add and remove modules from the kernel";
    }

    @Override
    public int run(Context context) {
        if (context.arguments().isEmpty()) {
            return context.fail(1, "modprobe: ERROR: missing parameters. See -h.");
        }
        return 0;
    }
}
