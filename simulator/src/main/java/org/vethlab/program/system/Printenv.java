package org.vethlab.program.system;

import java.util.List;
import java.util.Map;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** printenv(1) of coreutils. */
public final class Printenv implements Program {
    @Override
    public String name() {
        return "printenv";
    }

    @Override
    public String summary() {
        return "print all or part of environment";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words = new GetOpt("printenv", "+0", List.of("null=0", "help", "version"))
                .tryHelp(2)
                .parse(context.arguments());
        String end = words.has("0") ? "\0" : "\n";
        Map<String, String> environment = context.process().environment();
        if (words.operands().isEmpty()) {
            environment.forEach((name, value) -> context.out().print(name + "=" + value + end));
            return 0;
        }
        int status = 0;
        for (String name : words.operands()) {
            String value = environment.get(name);
            if (value == null) {
                status = 1;
            } else {
                context.out().print(value + end);
            }
        }
        return status;
    }
}
