package org.vethlab.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vethlab.lab.LabException;
import org.vethlab.program.Program;
import org.vethlab.program.Programs;

/** As much of a shell's words as a magic needs: to see that quotes are closed, and where a command starts. */
final class ShellWords {
    private static final List<String> BUILTINS = List.of(
            "cd", "echo", "export", "for", "if", "jobs", "kill", "set", "source", "test", "unset", "wait", "while");

    private ShellWords() {}

    /** @throws LabException when a quote is not closed */
    static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escapes = c == '\\' && quote != '\'' && i + 1 < line.length();
            if (escapes) {
                word.append(line.charAt(++i));
                inWord = true;
            } else if (quote != 0 ? c == quote : c == '\'' || c == '"') {
                quote = quote == 0 ? c : 0;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw new LabException("the quote " + quote + " is never closed");
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** The programs, where a command starts: at the beginning and behind what separates commands. */
    static List<String> programs(List<String> before) {
        String last = before.isEmpty() ? ";" : before.get(before.size() - 1);
        if (!last.matches(".*[;|&(]|do|then|else|!|sudo|exec|time")) {
            return List.of();
        }
        Stream<String> programs = new Programs(List.of()).programs().stream().map(Program::name);
        return Stream.concat(programs, BUILTINS.stream()).distinct().sorted().toList();
    }
}
