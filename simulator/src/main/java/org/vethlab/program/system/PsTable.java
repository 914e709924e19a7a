package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vethlab.process.Process;
import org.vethlab.program.CommandException;

/** The table that ps prints. */
final class PsTable {
    /** A column and the heading that {@code -o pid=NUMBER} may have given it. */
    record Chosen(PsColumn column, String heading) {
        int width() {
            return Math.max(column.width(), heading.length());
        }
    }

    private PsTable() {}

    static List<Chosen> all(List<PsColumn> columns) {
        return columns.stream()
                .map(column -> new Chosen(column, column.heading()))
                .toList();
    }

    /** {@code -o pid=,comm=NAME}: an empty heading ends at a comma, any other goes on to the end of the word. */
    static List<Chosen> choose(String words, Function<String, CommandException> unknown) {
        List<Chosen> chosen = new ArrayList<>();
        String rest = words;
        while (!rest.isEmpty()) {
            int end = 0;
            while (end < rest.length() && ", =".indexOf(rest.charAt(end)) < 0) {
                end++;
            }
            String name = rest.substring(0, end);
            PsColumn column = PsColumn.of(name).orElseThrow(() -> unknown.apply(name));
            rest = rest.substring(end);
            if (!rest.startsWith("=")) {
                chosen.add(new Chosen(column, column.heading()));
                rest = rest.isEmpty() ? rest : rest.substring(1);
            } else if (rest.startsWith("=,")) {
                chosen.add(new Chosen(column, ""));
                rest = rest.substring(2);
            } else {
                chosen.add(new Chosen(column, rest.substring(1)));
                rest = "";
            }
        }
        return chosen;
    }

    /** Without a line of headings if all of them are empty. */
    static String text(List<Chosen> columns, List<Process> processes, boolean headings) {
        StringBuilder text = new StringBuilder();
        boolean any = columns.stream().anyMatch(column -> !column.heading().isEmpty());
        if (headings && any) {
            row(text, columns, Chosen::heading);
        }
        for (Process process : processes) {
            row(text, columns, chosen -> chosen.column().of(process));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, List<Chosen> columns, Function<Chosen, String> value) {
        for (int i = 0; i < columns.size(); i++) {
            Chosen chosen = columns.get(i);
            boolean last = i == columns.size() - 1;
            String word = value.apply(chosen);
            String blanks = " ".repeat(Math.max(0, chosen.width() - word.length()));
            text.append(i == 0 ? "" : " ");
            if (chosen.column().isLeft()) {
                text.append(word).append(last ? "" : blanks);
            } else {
                text.append(blanks).append(word);
            }
        }
        text.append('\n');
    }
}
