package org.vethlab.program;

import java.util.ArrayList;
import java.util.List;

/**
 * Commands and their answers: {@code $ command}, then what it printed, then {@code [status]}. Bytes other than ASCII,
 * newline and tab are written as {@code \xHH}, and a last line without newline ends with {@code \c}.
 */
final class Transcript {
    record Entry(String command, String output, int status) {
        /** The words of the command, without {@code < file}. */
        List<String> words() {
            List<String> all = allWords();
            return input().isEmpty() ? all : all.subList(0, all.size() - 2);
        }

        /** Single and double quotes keep what is between them together. */
        private List<String> allWords() {
            List<String> words = new ArrayList<>();
            StringBuilder word = new StringBuilder();
            boolean any = false;
            char quote = 0;
            for (char c : command.toCharArray()) {
                if (quote == 0 && c == ' ') {
                    if (any) {
                        words.add(word.toString());
                    }
                    word.setLength(0);
                    any = false;
                } else if (quote == 0 && (c == '\'' || c == '"')) {
                    quote = c;
                    any = true;
                } else if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                    any = true;
                }
            }
            if (any) {
                words.add(word.toString());
            }
            return words;
        }

        /** The file that standard input comes from; empty for none. */
        String input() {
            return command.matches(".* < [A-Za-z0-9./]+") ? command.substring(command.lastIndexOf(' ') + 1) : "";
        }

        Entry answered(Simulated.Outcome outcome) {
            return new Entry(command, escape(outcome.text()), outcome.status());
        }

        @Override
        public String toString() {
            return "$ " + command + "\n" + output + "[" + status + "]\n";
        }
    }

    private Transcript() {}

    static List<Entry> parse(String text) {
        List<Entry> entries = new ArrayList<>();
        StringBuilder output = new StringBuilder();
        String command = "";
        for (String line : text.split("\n")) {
            if (line.startsWith("$ ")) {
                if (!command.isEmpty()) {
                    entries.add(new Entry(command, "", 0)); // not recorded yet
                }
                command = line.substring(2);
                output.setLength(0);
            } else if (!command.isEmpty() && line.matches("\\[-?[0-9]+\\]")) {
                entries.add(
                        new Entry(command, output.toString(), Integer.parseInt(line.substring(1, line.length() - 1))));
                command = "";
            } else if (!command.isEmpty()) {
                output.append(line).append('\n');
            }
        }
        if (!command.isEmpty()) {
            entries.add(new Entry(command, "", 0));
        }
        return entries;
    }

    private static String escape(String latin1) {
        StringBuilder out = new StringBuilder();
        for (char c : latin1.toCharArray()) {
            boolean plain = c >= ' ' && c < 127 || c == '\n' || c == '\t';
            out.append(plain ? String.valueOf(c) : String.format("\\x%02x", (int) c));
        }
        return latin1.isEmpty() || latin1.endsWith("\n") ? out.toString() : out + "\\c\n";
    }
}
