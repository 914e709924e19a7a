package org.vethlab.shell.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.process.Signal;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.run.TrapTable.Event;

/** Signals by name and number, as {@code kill -l} lists them. */
final class SignalNames {
    private static final int REAL_TIME_MIN = 34;
    private static final int REAL_TIME_MAX = 64;
    /** By number; those that the simulated kernel never sends too. */
    private static final List<String> NAMES = List.of(
            "EXIT", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE",
            "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM",
            "PROF", "WINCH", "IO", "PWR", "SYS");

    private SignalNames() {}

    static Optional<Signal> find(String word) {
        return Signal.of(word);
    }

    static Optional<Event> event(String word) {
        String bare = word.toUpperCase(Locale.ROOT);
        if (bare.equals("0")) {
            return Optional.of(Event.EXIT);
        }
        for (Event event : Event.values()) {
            if (event.name().equals(bare) || ("SIG" + event.name()).equals(bare)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    static int list(Interpreter shell, List<String> words) {
        if (words.isEmpty()) {
            shell.out().print(table());
            return 0;
        }
        int status = 0;
        for (String word : words) {
            Optional<String> answer = translate(word);
            if (answer.isPresent()) {
                shell.out().println(answer.get());
            } else {
                shell.messages().error("kill: " + word + ": invalid signal specification");
                status = 1;
            }
        }
        return status;
    }

    /** A number, or an exit status, to its name; a name to its number. */
    private static Optional<String> translate(String word) {
        if (Numeric.isNumber(word)) {
            int number = Numeric.parse(word);
            int signal = number > 128 ? number - 128 : number;
            return signal >= 0 && signal <= REAL_TIME_MAX ? name(signal) : Optional.empty();
        }
        String bare = word.toUpperCase(Locale.ROOT);
        int number = NAMES.indexOf(bare.startsWith("SIG") ? bare.substring(3) : bare);
        return number < 0 ? Optional.empty() : Optional.of(Integer.toString(number));
    }

    private static Optional<String> name(int number) {
        if (number < NAMES.size()) {
            return Optional.of(NAMES.get(number));
        }
        if (number < REAL_TIME_MIN) {
            return Optional.empty();
        }
        int middle = (REAL_TIME_MIN + REAL_TIME_MAX) / 2;
        if (number == REAL_TIME_MIN) {
            return Optional.of("RTMIN");
        }
        if (number == REAL_TIME_MAX) {
            return Optional.of("RTMAX");
        }
        return Optional.of(
                number <= middle ? "RTMIN+" + (number - REAL_TIME_MIN) : "RTMAX-" + (REAL_TIME_MAX - number));
    }

    private static String table() {
        List<String> cells = new ArrayList<>();
        for (int number = 1; number <= REAL_TIME_MAX; number++) {
            Optional<String> name = name(number);
            int shown = number;
            name.ifPresent(text -> cells.add(String.format("%2d) SIG%s", shown, text)));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            boolean endsLine = i % 5 == 4;
            text.append(cells.get(i)).append(endsLine ? "\n" : "\t");
        }
        return cells.size() % 5 == 0 ? text.toString() : text.append('\n').toString();
    }
}
