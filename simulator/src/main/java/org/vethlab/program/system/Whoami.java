package org.vethlab.program.system;

import java.util.List;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** whoami(1) of coreutils. */
public final class Whoami implements Program {
    @Override
    public String name() {
        return "whoami";
    }

    @Override
    public String summary() {
        return "print effective user name";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("whoami", "", List.of("help", "version")).tryHelp(1).parse(context.arguments());
        if (!words.operands().isEmpty()) {
            return context.fail(
                    1,
                    "whoami: extra operand ‘" + words.operands().get(0)
                            + "’\nTry 'whoami --help' for more information.");
        }
        context.out().println("root");
        return 0;
    }
}
