package org.vethlab.program.system;

import java.util.List;
import java.util.Optional;
import org.vethlab.process.Disposition;
import org.vethlab.process.OpenFile;
import org.vethlab.process.Process;
import org.vethlab.process.Signal;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** Programs that change something about themselves and then become another program: nohup, nice, setsid. */
public final class Wrapper implements Program {
    private final String name;
    private final String letters;
    private final List<String> longNames;
    private final String summary;

    private Wrapper(String name, String letters, List<String> longNames, String summary) {
        this.name = name;
        this.letters = letters;
        this.longNames = longNames;
        this.summary = summary;
    }

    /** nohup(1) of coreutils. */
    public static Program nohup() {
        return new Wrapper("nohup", "+", List.of(), "run a command immune to hangups, with output to a non-tty");
    }

    /** nice(1) of coreutils; every process has the same priority here. */
    public static Program nice() {
        return new Wrapper("nice", "+n:", List.of("adjustment=n"), "run a program with modified scheduling priority");
    }

    /** setsid(1) of util-linux. */
    public static Program setsid() {
        return new Wrapper("setsid", "+cfw", List.of("ctty=c", "fork=f", "wait=w"), "run a program in a new session");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public int run(Context context) {
        int failed = name.equals("setsid") ? 1 : 125;
        GetOpt.Result words =
                new GetOpt(name, letters, longNames).tryHelp(failed).parse(context.arguments());
        List<String> command = words.operands();
        if (command.isEmpty()) {
            return empty(context, words, failed);
        }
        Process self = context.process();
        if (name.equals("nohup")) {
            self.disposition(Signal.HUP, Disposition.IGNORE);
            redirect(context);
        }
        if (name.equals("setsid")) {
            return session(context, words, command);
        }
        return become(context, command);
    }

    private int empty(Context context, GetOpt.Result words, int failed) {
        if (name.equals("nice") && !words.has("n")) {
            context.out().println("0");
            return 0;
        }
        String what = switch (name) {
            case "setsid" -> "no command specified";
            case "nice" -> "a command must be given with an adjustment";
            default -> "missing operand";
        };
        return context.fail(failed, name + ": " + what + "\nTry '" + name + " --help' for more information.");
    }

    /** What would go to a terminal that may hang up goes to a file. */
    private static void redirect(Context context) {
        if (!context.out().isTerminal()) {
            return;
        }
        context.err().println("nohup: ignoring input and appending output to 'nohup.out'");
        OpenFile file = OpenFile.writing("nohup.out", context.files().create("nohup.out", true));
        context.process().descriptors().put(1, file);
    }

    private int session(Context context, GetOpt.Result words, List<String> command) {
        Process self = context.process();
        if (self.group() != self.pid() && !words.has("f")) {
            self.newSession(Optional.empty());
            return become(context, command);
        }
        Process child = self.fork(mine -> {
            mine.newSession(Optional.empty());
            return become(new Context(mine, command), command);
        });
        return words.has("w") ? self.waitFor(child).status() : 0;
    }

    private int become(Context context, List<String> command) {
        String message = name.equals("setsid")
                ? "setsid: failed to execute " + command.get(0)
                : name + ": failed to run command ‘" + command.get(0) + "’";
        return Execution.run(context, command, message);
    }
}
