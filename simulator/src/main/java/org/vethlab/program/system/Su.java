package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** su(1) of util-linux: everybody is root. */
public final class Su implements Program {

    @Override
    public String name() {
        return "su";
    }

    @Override
    public String summary() {
        return "run a command with substitute user ID";
    }

    @Override
    public int run(Context context) {
        List<String> typed = new ArrayList<>(context.arguments());
        typed.remove("-");
        GetOpt.Result words = new GetOpt(
                        "su", "c:fg:G:lmps:", List.of("command=c", "login=l", "preserve-environment=p", "shell=s"))
                .tryHelp(1)
                .parse(typed);
        List<String> operands = words.operands();
        String user = operands.isEmpty() ? "root" : operands.get(0);
        if (!user.equals("root")) {
            return context.fail(
                    1,
                    "su: user " + user + " does not exist or the user entry does not contain all the required fields");
        }
        List<String> command =
                words.last("c").map(line -> List.of("/bin/bash", "-c", line)).orElse(List.of("/bin/bash"));
        return Execution.run(context, command, "su: failed to execute " + command.get(0));
    }
}
