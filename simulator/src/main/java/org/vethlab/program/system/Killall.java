package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vethlab.process.Process;
import org.vethlab.process.Signal;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** killall(1) of psmisc. */
public final class Killall implements Program {
    private static final List<String> LONG_NAMES = List.of(
            "exact=e",
            "ignore-case=I",
            "process-group=g",
            "interactive=i",
            "list=l",
            "quiet=q",
            "regexp=r",
            "signal=s",
            "user=u",
            "verbose=v",
            "wait=w",
            "version=V");

    @Override
    public String name() {
        return "killall";
    }

    @Override
    public String summary() {
        return "kill processes by name";
    }

    @Override
    public int run(Context context) {
        List<String> typed = new ArrayList<>(context.arguments());
        Optional<Signal> first = typed.isEmpty() ? Optional.empty() : SignalWords.behindHyphen(typed.get(0));
        first.ifPresent(signal -> typed.remove(0));
        GetOpt.Result words = new GetOpt("killall", "eIgilqrs:u:vwV", LONG_NAMES)
                .failing(1, "Usage: killall [OPTION]... [--] NAME...")
                .parse(typed);
        if (words.has("l")) {
            context.out().print(SignalWords.LIST);
            return 0;
        }
        if (words.operands().isEmpty()) {
            return context.fail(1, "Usage: killall [OPTION]... [--] NAME...");
        }
        Signal signal = words.last("s").map(Killall::signal).or(() -> first).orElse(Signal.TERM);
        int status = 0;
        for (String name : words.operands()) {
            status |= kill(context, words, name, signal);
        }
        return status;
    }

    private static Signal signal(String word) {
        return Signal.of(word)
                .orElseThrow(() -> new CommandException(1, word + ": unknown signal; killall -l lists signals."));
    }

    private static int kill(Context context, GetOpt.Result words, String name, Signal signal) {
        boolean found = false;
        for (Process process : context.process().machine().processes()) {
            if (process == context.process() || process.state().isOver() || !isCalled(process, words, name)) {
                continue;
            }
            found = true;
            process.signal(signal);
            if (words.has("v")) {
                context.err()
                        .println("Killed " + process.name() + "(" + process.pid() + ") with signal " + signal.number());
            }
        }
        if (!found && !words.has("q")) {
            context.err().println(name + ": no process found");
        }
        return found ? 0 : 1;
    }

    private static boolean isCalled(Process process, GetOpt.Result words, String name) {
        if (words.has("r")) {
            return Pattern.compile(name).matcher(process.name()).find();
        }
        return words.has("I")
                ? process.name().equalsIgnoreCase(name)
                : process.name().equals(name);
    }
}
