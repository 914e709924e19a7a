package org.vethlab.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vethlab.complete.Candidate;
import org.vethlab.complete.Completions;
import org.vethlab.complete.Note;
import org.vethlab.lab.Place;

/** Completes and explains magics as they are being typed. */
public final class Completer {
    private final LabSession session;

    public Completer(LabSession session) {
        this.session = session;
    }

    /** Whether the cursor is in a magic. */
    public boolean isIn(String cell, int cursor) {
        return Cursor.in(cell, cursor).isPresent();
    }

    /** What can stand at the cursor; empty if it is neither in a magic nor in a string that is about the lab. */
    public Optional<Completions> complete(String cell, int cursor) {
        Optional<Cursor> magic = Cursor.in(cell, cursor);
        if (magic.isPresent()) {
            return magic.map(where -> where.inName() ? names(where, cursor) : words(where, cell, cursor));
        }
        String line = cell.substring(cell.lastIndexOf('\n', cursor - 1) + 1, cursor);
        return JavaString.in(line).map(string -> inString(string, cursor));
    }

    private Completions inString(JavaString string, int cursor) {
        int start = cursor - string.text().length();
        String command = string.command().orElse("");
        Place place = session.scripts().place(string.namespace()).orElse(Place.HOST);
        Completions script = string.command().isPresent()
                ? session.scripts().complete(place, command + string.text())
                : new Completions(0, List.of());
        List<Candidate> found = new ArrayList<>();
        boolean sameStart = script.start() == command.length();
        if (string.namesNamespace() && (sameStart || string.command().isEmpty())) {
            session.scripts().namespaces().stream()
                    .filter(each -> each.text().startsWith(string.text()))
                    .forEach(found::add);
        }
        found.addAll(script.candidates());
        int from = string.command().isPresent() ? script.start() - command.length() : 0;
        return new Completions(start + from, found);
    }

    private static Completions names(Cursor where, int cursor) {
        Magic.Form unfit = where.sign().length() == 1 ? Magic.Form.CELL : Magic.Form.LINE;
        List<Candidate> names = Magics.names().stream()
                .filter(name ->
                        name.startsWith(where.magic()) && Magics.named(name).form() != unfit)
                .map(name -> new Candidate(
                        where.sign() + name, "magic", Magics.named(name).summary()))
                .toList();
        return new Completions(cursor - where.magic().length() - where.sign().length(), names);
    }

    private Completions words(Cursor where, String cell, int cursor) {
        if (where.script().isPresent()) {
            return script(where.script().get(), cell, cursor);
        }
        List<Candidate> words = Magics.find(where.magic())
                .map(magic -> candidates(magic, where))
                .orElse(List.of());
        return new Completions(cursor - where.word().length(), words);
    }

    private Completions script(Cursor.Script script, String cell, int cursor) {
        Place place = session.scripts().place(script.namespace()).orElse(Place.HOST);
        Completions found = session.scripts().complete(place, cell.substring(script.start(), cursor));
        return new Completions(script.start() + found.start(), found.candidates());
    }

    private List<Candidate> candidates(Magic magic, Cursor where) {
        List<String> texts = magic.candidates(where.before(), session).stream()
                .filter(text -> text.startsWith(where.word()))
                .toList();
        Map<String, Candidate> namespaces = session.scripts().namespaces().stream()
                .collect(Collectors.toMap(Candidate::text, Function.identity(), (first, second) -> first));
        return texts.stream()
                .map(text -> namespaces.getOrDefault(text, new Candidate(text, "word", "")))
                .toList();
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

    /** What the magic, the program or the word at the cursor is; empty if it is not in a magic. */
    public Optional<Note> describe(String cell, int cursor) {
        int end = cursor;
        while (end < cell.length() && !Character.isWhitespace(cell.charAt(end))) {
            end++;
        }
        Optional<Cursor> where = Cursor.in(cell, end);
        return where.isPresent() ? describe(where.get(), cell, cursor) : describeInString(cell, cursor);
    }

    private Optional<Note> describeInString(String cell, int cursor) {
        int end = cursor;
        while (end < cell.length() && " \"\n".indexOf(cell.charAt(end)) < 0) {
            end++;
        }
        String line = cell.substring(cell.lastIndexOf('\n', end - 1) + 1, end);
        return JavaString.in(line).flatMap(string -> {
            Place place = session.scripts().place(string.namespace()).orElse(Place.HOST);
            String script = string.command().orElse("") + string.text();
            Optional<Note> name =
                    string.namesNamespace() ? session.scripts().namespace(string.text()) : Optional.empty();
            boolean isCommand = string.command().isPresent() && !script.isBlank();
            return name.or(
                    () -> isCommand ? session.scripts().explain(place, script, script.length()) : Optional.empty());
        });
    }

    private Optional<Note> describe(Cursor where, String cell, int cursor) {
        Optional<Note> magic =
                Magics.find(where.magic()).map(found -> new Note(found.synopsis(), found.summary(), List.of()));
        if (where.inName()) {
            return magic;
        }
        if (where.script().isEmpty()) {
            return session.scripts().namespace(where.word()).or(() -> magic);
        }
        Cursor.Script script = where.script().get();
        Place place = session.scripts().place(script.namespace()).orElse(Place.HOST);
        int inScript = cursor - script.start();
        return inScript < 0
                ? session.scripts().namespace(script.namespace()).or(() -> magic)
                : session.scripts().explain(place, cell.substring(script.start()), inScript);
    }

    /** What a command's last word is, if the text is one. */
    public Optional<Note> describeCommand(String command) {
        return session.scripts().explain(Place.HOST, command, command.length());
    }
}
