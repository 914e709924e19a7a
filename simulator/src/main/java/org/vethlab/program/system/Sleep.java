package org.vethlab.program.system;

import java.util.List;
import java.util.OptionalLong;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;
import org.vethlab.time.VirtualClock;

/** sleep(1) of coreutils. */
public final class Sleep implements Program {
    @Override
    public String name() {
        return "sleep";
    }

    @Override
    public String summary() {
        return "delay for a specified amount of time";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("sleep", "+", List.of("help", "version")).tryHelp(1).parse(context.arguments());
        if (words.operands().isEmpty()) {
            return context.fail(1, "sleep: missing operand\nTry 'sleep --help' for more information.");
        }
        long total = 0;
        boolean understood = true;
        for (String word : words.operands()) {
            OptionalLong interval = Interval.parse(word);
            if (interval.isEmpty()) {
                context.err().println("sleep: invalid time interval ‘" + word + "’");
                understood = false;
            }
            long sum = total + interval.orElse(0);
            total = sum < 0 ? VirtualClock.NEVER : sum;
        }
        if (!understood) {
            return context.fail(1, "Try 'sleep --help' for more information.");
        }
        context.sleep(total);
        return 0;
    }
}
