package org.vethlab.magic;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vethlab.java.Explorer.Completions;
import org.vethlab.program.Program;
import org.vethlab.program.Programs;

/** Completes and explains magics as they are being typed. */
public final class Completer {
    private static final Pattern MAGIC = Pattern.compile("\\s*(%{1,2})(\\w*)");

    private final LabSession session;

    public Completer(LabSession session) {
        this.session = session;
    }

    /** What can stand at the cursor; empty if it is not in a magic. */
    public Optional<Completions> complete(String cell, int cursor) {
        int start = cell.lastIndexOf('\n', cursor - 1) + 1;
        String line = cell.substring(start, cursor);
        Matcher magic = MAGIC.matcher(line);
        if (magic.matches()) {
            return Optional.of(names(magic.group(1), magic.group(2), cursor));
        }
        Optional<Magic> over = bodyOf(cell, start);
        if (over.isPresent()) {
            return Optional.of(matching(ShellWords.programs(List.of(split(line))), line, cursor));
        }
        if (!magic.lookingAt()) {
            return Optional.empty();
        }
        return Magics.find(magic.group(2))
                .map(found -> words(found, line.substring(magic.end()), cursor))
                .or(() -> Optional.of(new Completions(cursor, List.of())));
    }

    private static Completions names(String sign, String typed, int cursor) {
        Magic.Form unfit = sign.length() == 1 ? Magic.Form.CELL : Magic.Form.LINE;
        List<String> names = Magics.names().stream()
                .filter(name -> name.startsWith(typed) && Magics.named(name).form() != unfit)
                .map(name -> sign + name)
                .toList();
        return new Completions(cursor - typed.length() - sign.length(), names);
    }

    private Completions words(Magic magic, String typed, int cursor) {
        return matching(magic.candidates(List.of(split(typed)), session), typed, cursor);
    }

    /** The words that are whole: the last one, at the cursor, is still being typed. */
    private static String[] split(String typed) {
        String whole =
                typed.substring(0, typed.length() - lastWord(typed).length()).strip();
        return whole.isEmpty() ? new String[0] : whole.split("\\s+");
    }

    private static String lastWord(String typed) {
        int i = typed.length();
        while (i > 0 && !Character.isWhitespace(typed.charAt(i - 1))) {
            i--;
        }
        return typed.substring(i);
    }

    private static Completions matching(List<String> candidates, String typed, int cursor) {
        String word = lastWord(typed);
        List<String> texts =
                candidates.stream().filter(each -> each.startsWith(word)).toList();
        return new Completions(cursor - word.length(), texts);
    }

    /** The cell magic in whose body an offset lies. */
    private static Optional<Magic> bodyOf(String cell, int offset) {
        String head = cell.stripLeading();
        boolean below = head.startsWith("%%") && cell.indexOf('\n', cell.length() - head.length()) < offset;
        Matcher magic = MAGIC.matcher(head);
        return below && offset > 0 && magic.lookingAt() ? Magics.find(magic.group(2)) : Optional.empty();
    }

    /** Where the Java source starts that the cursor is in: behind the last magic line above it. */
    public int javaStart(String cell, int cursor) {
        int start = 0;
        for (int line = 0; line >= 0 && line < cursor; ) {
            int next = cell.indexOf('\n', line) + 1;
            if (cell.startsWith("%", line) && next > 0 && next <= cursor) {
                start = next;
            }
            line = next == 0 ? -1 : next;
        }
        return start;
    }

    /** Explains the magic or the program at the cursor. */
    public Optional<String> describe(String cell, int cursor) {
        int start = cell.lastIndexOf('\n', cursor - 1) + 1;
        String line = cell.substring(start).lines().findFirst().orElse("");
        Matcher magic = MAGIC.matcher(line);
        boolean isMagic = magic.lookingAt();
        if (isMagic && cursor - start <= magic.end()) {
            return Magics.find(magic.group(2)).map(found -> found.synopsis() + "\n" + found.summary());
        }
        if (!isMagic && bodyOf(cell, start).isEmpty()) {
            return Optional.empty();
        }
        String word = wordAt(line, cursor - start);
        Stream<Program> programs = new Programs(List.of()).programs().stream();
        return programs.filter(program -> program.name().equals(word))
                .map(program -> program.name() + ": " + program.summary())
                .findFirst();
    }

    private static String wordAt(String line, int position) {
        int end = Math.min(position, line.length());
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return lastWord(line.substring(0, end));
    }
}
