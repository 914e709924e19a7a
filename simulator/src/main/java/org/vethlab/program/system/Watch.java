package org.vethlab.program.system;

import java.util.List;
import java.util.OptionalLong;
import org.vethlab.process.Process;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** {@code watch} of procps: a command over and over, from the top of the screen. */
public final class Watch implements Program {
    private static final String TOP_OF_CLEARED_SCREEN = "\033[H\033[2J\033[3J";

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public String summary() {
        return "execute a program periodically, showing output fullscreen";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words = new GetOpt(
                        "watch",
                        "+bcd::egn:ptx",
                        List.of("interval=n", "no-title=t", "differences=d", "exec=x", "errexit=e", "chgexit=g"))
                .parse(context.arguments());
        if (words.operands().isEmpty()) {
            return context.fail(1, "Usage:\n watch [options] command");
        }
        String given = words.last("n").orElse("2");
        OptionalLong interval = Interval.parse(given);
        if (interval.isEmpty()) {
            return context.fail(1, "watch: failed to parse argument: '" + given + "'");
        }
        String command = String.join(" ", words.operands());
        while (true) {
            int status = once(context, words, command, given);
            if (words.has("e") && status != 0) {
                return 8;
            }
            context.sleep(Math.max(100_000_000L, interval.getAsLong()));
        }
    }

    private static int once(Context context, GetOpt.Result words, String command, String interval) {
        if (context.out().isTerminal()) {
            context.out().print(TOP_OF_CLEARED_SCREEN);
        }
        if (!words.has("t")) {
            context.out().print("Every " + seconds(interval) + "s: " + command + "\n\n");
        }
        List<String> line = words.has("x") ? words.operands() : List.of("sh", "-c", command);
        Process self = context.process();
        Process child = self.fork(mine -> Execution.run(new Context(mine, line), line, "watch: " + line.get(0)));
        return self.waitFor(child).status();
    }

    private static String seconds(String interval) {
        return interval.contains(".") ? interval : interval + ".0";
    }
}
