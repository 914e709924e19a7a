package org.vethlab.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A script and what bash answers. In a file of rows the script's lines start with a dollar, the answer's with a bar; a
 * question mark gives an exit status other than 0, a backslash says that the answer ends without a newline.
 */
record Row(String script, Answer answer) {
    static final List<String> FILES = List.of("words", "arrays", "control", "redirections", "jobs", "errors");

    /** Standard output and error together, and the exit status. */
    record Answer(String output, int status) {}

    static Path path(String file) {
        return Path.of("src/test/resources/shell", file + ".rows");
    }

    static List<Row> read(String file) {
        List<Row> rows = new ArrayList<>();
        try {
            for (String text : Files.readString(path(file)).split("\n\n(?=\\$)")) {
                rows.add(parse(text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Row parse(String text) {
        StringBuilder script = new StringBuilder();
        StringBuilder output = new StringBuilder();
        int status = 0;
        for (String line : text.split("\n")) {
            String rest = line.length() > 2 ? line.substring(2) : "";
            switch (line.charAt(0)) {
                case '$' -> script.append(rest).append('\n');
                case '|' -> output.append(rest).append('\n');
                case '?' -> status = Integer.parseInt(rest);
                case '\\' -> output.setLength(output.length() - 1);
                default -> throw new IllegalArgumentException("not a row: " + line);
            }
        }
        return new Row(script.toString(), new Answer(output.toString(), status));
    }

    /** The row as it stands in its file. */
    String text() {
        StringBuilder text = new StringBuilder();
        script.lines()
                .forEach(line -> text.append(line.isEmpty() ? "$" : "$ " + line).append('\n'));
        answer.output
                .lines()
                .forEach(line -> text.append(line.isEmpty() ? "|" : "| " + line).append('\n'));
        if (!answer.output.isEmpty() && !answer.output.endsWith("\n")) {
            text.append("\\\n");
        }
        return answer.status == 0
                ? text.toString()
                : text.append("? ").append(answer.status).append('\n').toString();
    }

    /** A name for the test: the beginning of the script. */
    String title() {
        String line = script.lines().findFirst().orElse("");
        return line.length() > 100 ? line.substring(0, 100) + "…" : line;
    }
}
