package org.vethlab.program.text;

import java.util.Comparator;
import java.util.Optional;

/** A key of {@code sort -k}: from where to where in a line, and how it is compared. */
record SortKey(Position start, Optional<Position> end, SortOrder order) {
    /**
     * A position: field and character, both counted from 1; character 0 of an end is the field's last.
     *
     * @param skipBlanks leading blanks of the field do not count
     */
    record Position(int field, int character, boolean skipBlanks) {}

    static final Position LINE_START = new Position(1, 1, false);

    int compare(String left, String right, Optional<Character> separator) {
        return order.compare(extract(left, separator), extract(right, separator));
    }

    private String extract(String line, Optional<Character> separator) {
        int from = offset(line, start, separator, start.character - 1);
        int to = end.map(position -> position.character == 0
                        ? fieldEnd(line, fieldStart(line, position.field, separator), separator)
                        : offset(line, position, separator, position.character))
                .orElse(line.length());
        return from < to ? line.substring(from, to) : "";
    }

    private static int offset(String line, Position position, Optional<Character> separator, int characters) {
        int at = fieldStart(line, position.field, separator);
        if (position.skipBlanks) {
            at = skipBlanks(line, at);
        }
        return Math.min(line.length(), at + characters);
    }

    /** Without -t, a field begins with the blanks that separate it from the one before. */
    private static int fieldStart(String line, int field, Optional<Character> separator) {
        int at = 0;
        for (int i = 1; i < field && at < line.length(); i++) {
            at = fieldEnd(line, at, separator);
            at += separator.isPresent() && at < line.length() ? 1 : 0;
        }
        return at;
    }

    private static int fieldEnd(String line, int start, Optional<Character> separator) {
        if (separator.isPresent()) {
            int found = line.indexOf(separator.get(), start);
            return found < 0 ? line.length() : found;
        }
        int at = skipBlanks(line, start);
        while (at < line.length() && !isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String line, int start) {
        int at = start;
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static Comparator<String> comparator(java.util.List<SortKey> keys, Optional<Character> separator) {
        return (left, right) -> {
            for (SortKey key : keys) {
                int order = key.compare(left, right, separator);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }
}
