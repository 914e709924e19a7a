package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.process.Signal;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.run.TrapTable;
import org.vethlab.shell.text.Quoting;

/** Sets what happens on signals and on events of the shell. */
final class Trap implements Builtin {
    @Override
    public String name() {
        return "trap";
    }

    @Override
    public String synopsis() {
        return "trap [-lp] [[arg] signal_spec ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = arguments.isEmpty() || isTrapOption(arguments.get(0))
                ? Flags.parse(arguments, "lp")
                : Flags.parse(List.of(), "");
        if (flags.has('l')) {
            return SignalNames.list(shell, List.of());
        }
        List<String> words = flags.order().isEmpty() && !startsWithDashes(arguments) ? arguments : flags.rest();
        if (words.isEmpty() || flags.has('p')) {
            return print(shell, words);
        }
        boolean reset = words.size() == 1 || words.get(0).equals("-") || Numeric.isNumber(words.get(0));
        List<String> signals =
                words.size() == 1 || Numeric.isNumber(words.get(0)) ? words : words.subList(1, words.size());
        int status = 0;
        for (String word : signals) {
            if (!set(shell, word, reset ? Optional.empty() : Optional.of(words.get(0)))) {
                invalid(shell, word);
                status = 1;
            }
        }
        return status;
    }

    private static void invalid(Interpreter shell, String word) {
        if (shell.isDash()) {
            shell.messages().line("trap: " + word + ": bad trap");
        } else {
            shell.messages().error("trap: " + word + ": invalid signal specification");
        }
    }

    private static boolean isTrapOption(String word) {
        return word.startsWith("-") && word.length() > 1;
    }

    private static boolean startsWithDashes(List<String> words) {
        return !words.isEmpty() && words.get(0).equals("--");
    }

    private static boolean set(Interpreter shell, String word, Optional<String> command) {
        if (shell.isDash() && isOnlyOfBash(word)) {
            return false;
        }
        Optional<TrapTable.Event> event = SignalNames.event(word);
        Optional<Signal> signal = event.isPresent() ? Optional.empty() : SignalNames.find(word);
        event.ifPresent(one -> command.ifPresentOrElse(
                text -> shell.traps().table().set(one, text),
                () -> shell.traps().table().clear(one)));
        signal.ifPresent(one -> command.ifPresentOrElse(
                text -> shell.traps().set(one, text), () -> shell.traps().clear(one)));
        return event.isPresent() || signal.isPresent();
    }

    /** dash knows signals by their short names only, and of the events EXIT alone. */
    private static boolean isOnlyOfBash(String word) {
        boolean event = SignalNames.event(word)
                .filter(known -> known != TrapTable.Event.EXIT)
                .isPresent();
        return event || word.toUpperCase(Locale.ROOT).startsWith("SIG");
    }

    private static int print(Interpreter shell, List<String> words) {
        if (words.isEmpty()) {
            shell.traps().table().all().values().forEach(entry -> print(shell, entry));
            return 0;
        }
        int status = 0;
        for (String word : words) {
            Optional<TrapTable.Event> event = SignalNames.event(word);
            Optional<Signal> signal = SignalNames.find(word);
            if (event.isPresent()) {
                shell.traps().table().entry(event.get()).ifPresent(entry -> print(shell, entry));
            } else if (signal.isPresent()) {
                shell.traps().table().entry(signal.get()).ifPresent(entry -> print(shell, entry));
            } else {
                invalid(shell, word);
                status = 1;
            }
        }
        return status;
    }

    private static void print(Interpreter shell, TrapTable.Entry entry) {
        String name = shell.isDash() ? entry.name().replaceFirst("^SIG", "") : entry.name();
        shell.out().println("trap -- " + Quoting.single(entry.command()) + " " + name);
    }
}
