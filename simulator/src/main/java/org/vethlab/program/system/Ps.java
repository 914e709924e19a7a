package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.vethlab.process.Process;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** ps(1) of procps 4: which processes, which columns. */
public final class Ps implements Program {
    private static final List<PsColumn> SHORT = List.of(PsColumn.PID, PsColumn.TNAME, PsColumn.TIME, PsColumn.UCMD);
    private static final List<PsColumn> FULL = List.of(
            PsColumn.UID_NAME,
            PsColumn.PID,
            PsColumn.PPID,
            PsColumn.C,
            PsColumn.STIME,
            PsColumn.TNAME,
            PsColumn.TIME,
            PsColumn.CMD);
    private static final List<PsColumn> JOBS =
            List.of(PsColumn.PID, PsColumn.PGID, PsColumn.SID, PsColumn.TNAME, PsColumn.TIME, PsColumn.UCMD);
    private static final List<PsColumn> BSD =
            List.of(PsColumn.PID, PsColumn.TNAME, PsColumn.STAT, PsColumn.BSD_TIME, PsColumn.COMMAND);
    private static final List<PsColumn> BSD_USER = List.of(
            PsColumn.USER,
            PsColumn.PID,
            PsColumn.CPU,
            PsColumn.MEMORY,
            PsColumn.VSZ,
            PsColumn.RSS,
            PsColumn.TNAME,
            PsColumn.STAT,
            PsColumn.START,
            PsColumn.BSD_TIME,
            PsColumn.COMMAND);
    private static final String USAGE = "\nUsage:\n ps [options]\n\n"
            + " Try 'ps --help <simple|list|output|threads|misc|all>'\n  or 'ps --help <s|l|o|t|m|a>'\n"
            + " for additional help text.\n\nFor more details see ps(1).";

    @Override
    public String name() {
        return "ps";
    }

    @Override
    public String summary() {
        return "report a snapshot of the current processes";
    }

    @Override
    public int run(Context context) {
        Selection selection = new Selection(context);
        List<String> words = new ArrayList<>(context.arguments());
        while (!words.isEmpty()) {
            String word = words.remove(0);
            if (word.startsWith("--")) {
                selection.longOption(word.substring(2), words);
            } else if (word.startsWith("-")) {
                selection.unixOptions(word.substring(1), words);
            } else {
                selection.bsdOptions(word, words);
            }
        }
        return selection.print();
    }

    /** What the words ask for. */
    private static final class Selection {
        private final Context context;
        private final List<Predicate<Process>> wanted = new ArrayList<>();
        private List<PsColumn> columns = SHORT;
        private final List<PsTable.Chosen> chosen = new ArrayList<>();
        private boolean headings = true;
        private boolean withoutTerminal;
        private boolean bsd;

        Selection(Context context) {
            this.context = context;
        }

        void longOption(String word, List<String> words) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            switch (name) {
                case "no-headers", "no-heading", "noheaders" -> headings = false;
                case "pid" -> unixOption('p', valueOf(word, equals, words));
                case "ppid" -> {
                    Set<Integer> parents = numbers(valueOf(word, equals, words));
                    wanted.add(process -> parents.contains(process.parentPid()));
                }
                case "format" -> unixOption('o', valueOf(word, equals, words));
                case "forest", "sort" -> {}
                default -> throw wrong("unknown gnu long option");
            }
        }

        private static String valueOf(String word, int equals, List<String> words) {
            if (equals >= 0) {
                return word.substring(equals + 1);
            }
            return words.isEmpty() ? "" : words.remove(0);
        }

        void unixOptions(String letters, List<String> words) {
            for (int i = 0; i < letters.length(); i++) {
                char letter = letters.charAt(i);
                if ("poCtuUg".indexOf(letter) >= 0) {
                    String rest = letters.substring(i + 1);
                    unixOption(letter, rest.isEmpty() && !words.isEmpty() ? words.remove(0) : rest);
                    return;
                }
                unixOption(letter, "");
            }
        }

        private void unixOption(char letter, String value) {
            switch (letter) {
                case 'e', 'A' -> wanted.add(process -> true);
                case 'a' -> wanted.add(process -> process.terminal().isPresent() && process.session() != process.pid());
                case 'f', 'F' -> columns = FULL;
                case 'j' -> columns = JOBS;
                case 'o' -> chosen.addAll(PsTable.choose(value, Selection::unknown));
                case 'p' -> {
                    Set<Integer> pids = numbers(value);
                    wanted.add(process -> pids.contains(process.pid()));
                }
                case 'C' -> {
                    Set<String> names = Set.of(value.split(","));
                    wanted.add(process -> names.contains(process.name()));
                }
                case 'u', 'U' -> {
                    boolean root = value.equals("root") || value.equals("0");
                    wanted.add(process -> root);
                }
                case 'w', 'H', 'l', 'y', 'L' -> {}
                default -> throw wrong("unsupported SysV option");
            }
        }

        void bsdOptions(String letters, List<String> words) {
            if (!letters.isEmpty() && Character.isDigit(letters.charAt(0))) {
                unixOption('p', letters);
                return;
            }
            for (int i = 0; i < letters.length(); i++) {
                bsd = true;
                switch (letters.charAt(i)) {
                    case 'a' -> wanted.add(process -> process.terminal().isPresent());
                    case 'x' -> withoutTerminal = true;
                    case 'u' -> columns = BSD_USER;
                    case 'f', 'w', 'j', 'l' -> {}
                    case 'o' -> {
                        String rest = letters.substring(i + 1);
                        String value = rest.isEmpty() && !words.isEmpty() ? words.remove(0) : rest;
                        chosen.addAll(PsTable.choose(value, Selection::unknown));
                        return;
                    }
                    case 'p' -> {
                        unixOption('p', words.isEmpty() ? "" : words.remove(0));
                        return;
                    }
                    default -> throw wrong("unsupported option (BSD syntax)");
                }
            }
        }

        private static CommandException unknown(String word) {
            return wrong("unknown user-defined format specifier \"" + word + "\"");
        }

        private static CommandException wrong(String what) {
            return new CommandException(1, "error: " + what + "\n" + USAGE);
        }

        private static Set<Integer> numbers(String list) {
            Set<Integer> numbers = new HashSet<>();
            for (String word : list.split("[, ]+")) {
                try {
                    numbers.add(Integer.parseInt(word));
                } catch (NumberFormatException e) {
                    throw wrong("process ID list syntax error");
                }
            }
            return numbers;
        }

        private boolean isShown(Process process) {
            Process self = context.process();
            if (withoutTerminal) {
                return true;
            }
            if (wanted.isEmpty()) {
                return process.terminal().equals(self.terminal());
            }
            return wanted.stream().anyMatch(condition -> condition.test(process));
        }

        int print() {
            if (bsd && columns == SHORT) {
                columns = BSD;
            }
            List<PsTable.Chosen> shown = chosen.isEmpty() ? PsTable.all(columns) : chosen;
            List<Process> processes = context.process().machine().processes().stream()
                    .filter(this::isShown)
                    .toList();
            context.out().print(PsTable.text(shown, processes, headings));
            return processes.isEmpty() ? 1 : 0;
        }
    }
}
