package org.vethlab.program.system;

import java.util.List;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** lsmod(8): the modules of the devices that a lab can have. */
public final class Lsmod implements Program {
    private static final List<String> ROWS = List.of(
            "dummy                  16384  0",
            "8021q                  40960  0",
            "bridge                311296  0",
            "stp                    16384  1 bridge",
            "llc                    16384  2 bridge,stp",
            "veth                   40960  0");

    @Override
    public String name() {
        return "lsmod";
    }

    @Override
    public String path() {
        return "/usr/sbin/lsmod";
    }

    @Override
    public String summary() {
        return "show the status of modules in the kernel";
    }

    @Override
    public int run(Context context) {
        context.out().println("Module                  Size  Used by");
        ROWS.forEach(context.out()::println);
        return 0;
    }
}
