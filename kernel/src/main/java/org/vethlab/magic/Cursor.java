package org.vethlab.magic;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the cursor is in, if it is in a magic.
 *
 * @param magic its name; perhaps there is none of that name
 * @param sign {@code %} or {@code %%}
 * @param nameStart where in the cell its sign stands
 * @param before the words between its name and the cursor that are whole
 * @param word the one that is being typed
 * @param script where in the cell the command or the script begins that it runs; empty while it does not run one yet
 */
record Cursor(
        String magic,
        String sign,
        int nameStart,
        boolean inName,
        List<String> before,
        String word,
        Optional<Script> script) {
    private static final Pattern MAGIC = Pattern.compile("\\s*(%{1,2})(\\w*)");

    /** @param namespace where it runs */
    record Script(String namespace, int start) {}

    /** @param cell up to the cursor and beyond */
    static Optional<Cursor> in(String cell, int cursor) {
        int start = lineStart(cell, cursor);
        int head = bodyStart(cell);
        if (head >= 0 && start >= head) {
            return inBody(cell, head);
        }
        String line = cell.substring(start, cursor);
        Matcher magic = MAGIC.matcher(line);
        if (!magic.lookingAt()) {
            return Optional.empty();
        }
        String name = magic.group(2);
        String rest = line.substring(magic.end());
        String word = lastWord(rest);
        List<String> before = words(rest.substring(0, rest.length() - word.length()));
        boolean inName = rest.isEmpty();
        // What stands on the first line of a cell magic are arguments; the script is below.
        boolean takesScript = !inName && magic.group(1).length() == 1;
        Optional<Script> script = takesScript ? script(name, rest, start + magic.end()) : Optional.empty();
        return Optional.of(new Cursor(name, magic.group(1), start + magic.start(1), inName, before, word, script));
    }

    private static Optional<Cursor> inBody(String cell, int bodyStart) {
        Matcher magic = MAGIC.matcher(cell);
        if (!magic.lookingAt()) {
            return Optional.empty();
        }
        List<String> arguments = words(cell.substring(magic.end(), bodyStart));
        Optional<Script> script = Magics.find(magic.group(2))
                .flatMap(found -> found.runsIn(arguments))
                .map(namespace -> new Script(namespace, bodyStart));
        return Optional.of(new Cursor(magic.group(2), "%%", magic.start(1), false, arguments, "", script));
    }

    /** Where the command begins: behind as few words as the magic wants for itself. */
    private static Optional<Script> script(String name, String rest, int offset) {
        Optional<Magic> magic = Magics.find(name);
        for (int i = 0; i <= rest.length() && magic.isPresent(); i++) {
            boolean wordStart = i > 0 && Character.isWhitespace(rest.charAt(i - 1));
            Optional<String> namespace = wordStart ? magic.get().runsIn(words(rest.substring(0, i))) : Optional.empty();
            if (namespace.isPresent()) {
                return Optional.of(new Script(namespace.get(), offset + i));
            }
        }
        return Optional.empty();
    }

    /** The start of the line, of the first one if lines are joined by a backslash. */
    private static int lineStart(String cell, int cursor) {
        int start = cell.lastIndexOf('\n', cursor - 1) + 1;
        while (start >= 2 && cell.charAt(start - 2) == '\\') {
            start = cell.lastIndexOf('\n', start - 2) + 1;
        }
        return start;
    }

    /** Where the body of a cell magic begins; -1 if the cell is none. */
    private static int bodyStart(String cell) {
        int newline = cell.stripLeading().startsWith("%%")
                ? cell.indexOf('\n', cell.length() - cell.stripLeading().length())
                : -1;
        return newline < 0 ? -1 : newline + 1;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static String lastWord(String text) {
        int i = text.length();
        while (i > 0 && !Character.isWhitespace(text.charAt(i - 1))) {
            i--;
        }
        return text.substring(i);
    }
}
