package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.vethlab.net.Namespace;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;
import org.vethlab.process.Signal;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** pgrep(1) and pkill(1) of procps 4: the same words, one lists, the other sends a signal. */
public final class Pgrep implements Program {
    private static final int BAD_WORDS = 2;
    private static final List<String> LONG_NAMES = List.of(
            "signal:",
            "count=c",
            "delimiter=d",
            "list-name=l",
            "list-full=a",
            "inverse=v",
            "full=f",
            "pgroup=g",
            "newest=n",
            "oldest=o",
            "parent=P",
            "session=s",
            "terminal=t",
            "euid=u",
            "uid=U",
            "exact=x",
            "echo=e",
            "ns:",
            "nslist:",
            "ignore-case=i",
            "help",
            "version=V");

    private final boolean kills;

    /** @param kills whether this is pkill */
    public Pgrep(boolean kills) {
        this.kills = kills;
    }

    @Override
    public String name() {
        return kills ? "pkill" : "pgrep";
    }

    @Override
    public String summary() {
        return kills ? "signal processes based on name" : "look up processes based on name";
    }

    @Override
    public int run(Context context) {
        List<String> typed = new ArrayList<>(context.arguments());
        Optional<Signal> signal = kills ? takeSignal(typed) : Optional.empty();
        GetOpt.Result words = new GetOpt(name(), "cd:lavfg:noP:s:t:u:U:xeiV", LONG_NAMES)
                .failing(BAD_WORDS, "\nUsage:\n " + name() + " [options] <pattern>")
                .parse(typed);
        check(words);
        List<Process> found = find(context, words);
        if (kills) {
            Signal sent =
                    words.last("signal").flatMap(Signal::of).or(() -> signal).orElse(Signal.TERM);
            found.forEach(process -> kill(context, words, process, sent));
        } else {
            print(context, words, found);
        }
        return found.isEmpty() ? 1 : 0;
    }

    private static Optional<Signal> takeSignal(List<String> typed) {
        for (int i = 0; i < typed.size() && !typed.get(i).equals("--"); i++) {
            Optional<Signal> signal = SignalWords.behindHyphen(typed.get(i));
            if (signal.isPresent()) {
                typed.remove(i);
                return signal;
            }
        }
        return Optional.empty();
    }

    private void check(GetOpt.Result words) {
        String hint = "\nTry `" + name() + " --help' for more information.";
        boolean criterion =
                !words.operands().isEmpty() || words.options().stream().anyMatch(Pgrep::isCriterion);
        if (!criterion) {
            throw new CommandException(BAD_WORDS, name() + ": no matching criteria specified" + hint);
        }
        if (words.operands().size() > 1) {
            throw new CommandException(BAD_WORDS, name() + ": only one pattern can be provided" + hint);
        }
    }

    private static boolean isCriterion(GetOpt.Option option) {
        return List.of("g", "P", "s", "t", "u", "U", "ns").contains(option.key());
    }

    private static void kill(Context context, GetOpt.Result words, Process process, Signal signal) {
        if (words.has("e")) {
            context.out().println(process.name() + " killed (pid " + process.pid() + ")");
        }
        process.signal(signal);
    }

    private static void print(Context context, GetOpt.Result words, List<Process> found) {
        if (words.has("c")) {
            context.out().println(Integer.toString(found.size()));
            return;
        }
        List<String> rows = new ArrayList<>();
        for (Process process : found) {
            String what = words.has("a") ? " " + String.join(" ", process.commandLine()) : "";
            rows.add(process.pid() + (words.has("l") && what.isEmpty() ? " " + process.name() : what));
        }
        if (!rows.isEmpty()) {
            context.out().println(String.join(words.last("d").orElse("\n"), rows));
        }
    }

    private List<Process> find(Context context, GetOpt.Result words) {
        Optional<Pattern> pattern = words.operands().stream().findFirst().map(word -> pattern(words, word));
        List<Process> found = new ArrayList<>();
        for (Process process : context.process().machine().processes()) {
            boolean same = matches(context, words, pattern, process);
            if (process != context.process() && !process.state().isOver() && same != words.has("v")) {
                found.add(process);
            }
        }
        if (found.size() > 1 && (words.has("n") || words.has("o"))) {
            return List.of(words.has("n") ? found.get(found.size() - 1) : found.get(0));
        }
        return found;
    }

    private Pattern pattern(GetOpt.Result words, String word) {
        try {
            String whole = words.has("x") ? "^(?:" + word + ")$" : word;
            return Pattern.compile(whole, words.has("i") ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            throw new CommandException(BAD_WORDS, name() + ": " + e.getDescription());
        }
    }

    private static boolean matches(Context context, GetOpt.Result words, Optional<Pattern> pattern, Process process) {
        String text = words.has("f") ? String.join(" ", process.commandLine()) : process.name();
        return pattern.map(wanted -> wanted.matcher(text).find()).orElse(true)
                && isListed(words.last("P"), process.parentPid())
                && isListed(words.last("g"), process.group())
                && isListed(words.last("s"), process.session())
                && words.last("u")
                        .or(() -> words.last("U"))
                        .map(user -> user.matches("(root|0)(,.*)?"))
                        .orElse(true)
                && words.last("ns")
                        .map(pid -> namespace(context, pid).equals(Optional.of(process.net())))
                        .orElse(true);
    }

    private static boolean isListed(Optional<String> list, int number) {
        return list.map(text -> List.of(text.split(",")).contains(Integer.toString(number)))
                .orElse(true);
    }

    private static Optional<Namespace> namespace(Context context, String pid) {
        try {
            return context.process()
                    .machine()
                    .process(Integer.parseInt(pid))
                    .filter(process -> !(process.state() instanceof ProcessState.Exited))
                    .map(Process::net);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
