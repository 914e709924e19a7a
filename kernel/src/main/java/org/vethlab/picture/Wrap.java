package org.vethlab.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes lines no longer than a terminal is wide. */
public final class Wrap {
    /** What is before a column of a line: that begins behind two blanks. */
    private static final Pattern BEFORE_COLUMN = Pattern.compile("(?:^|\\S) {2,}(?=\\S)");

    private Wrap() {}

    /** A text whose long lines go on below where their last column begins. */
    public static String text(String text, int width) {
        return text.lines().map(line -> line(line, width)).collect(Collectors.joining("\n"));
    }

    private static String line(String line, int width) {
        if (line.length() <= width) {
            return line;
        }
        int indent = indent(line, width * 2 / 3);
        String front = line.substring(0, indent);
        return front + String.join("\n" + " ".repeat(indent), lines(line.substring(indent), width - indent));
    }

    /** Where the last column begins that leaves room for its text. */
    private static int indent(String line, int most) {
        int indent = 0;
        Matcher before = BEFORE_COLUMN.matcher(line);
        while (before.find() && before.end() <= most) {
            indent = before.end();
        }
        return indent;
    }

    /** Broken at blanks; a word that is too long is broken anywhere. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
