package org.vethlab.program.system;

import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** clear(1) of ncurses. */
public final class Clear implements Program {
    @Override
    public String name() {
        return "clear";
    }

    @Override
    public String summary() {
        return "clear the terminal screen";
    }

    @Override
    public int run(Context context) {
        String terminal = context.process().environment().getOrDefault("TERM", "");
        if (terminal.isEmpty()) {
            return context.fail(1, "TERM environment variable not set.");
        }
        if (terminal.equals("dumb")) {
            return 1;
        }
        context.out().print("\u001b[H\u001b[2J\u001b[3J");
        return 0;
    }
}
