package org.vethlab.program.system;

import java.util.List;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** flock(1) of util-linux: programs run one at a time here, so every lock is free. */
public final class Flock implements Program {
    private static final int USAGE = 64;
    private static final List<String> LONG_NAMES = List.of(
            "shared=s",
            "exclusive=x",
            "unlock=u",
            "nonblock=n",
            "timeout=w",
            "conflict-exit-code=E",
            "close=o",
            "command=c",
            "no-fork=F");

    @Override
    public String name() {
        return "flock";
    }

    @Override
    public String summary() {
        return "manage locks from shell scripts";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("flock", "+sexnouw:E:c:F", LONG_NAMES).tryHelp(USAGE).parse(context.arguments());
        List<String> operands = words.operands();
        if (operands.isEmpty()) {
            return context.fail(USAGE, "flock: not enough arguments\nTry 'flock --help' for more information.");
        }
        if (operands.size() == 1) {
            return operands.get(0).matches("[0-9]+")
                    ? 0
                    : context.fail(USAGE, "flock: bad file descriptor: '" + operands.get(0) + "'");
        }
        context.files().create(operands.get(0), true).close();
        boolean line = operands.get(1).equals("-c") && operands.size() > 2;
        List<String> command = line ? List.of("/bin/sh", "-c", operands.get(2)) : operands.subList(1, operands.size());
        return Execution.run(context, command, "flock: failed to execute " + command.get(0));
    }
}
