package org.vethlab.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.shell.syntax.PartReader.Mode;

/** Reads the bodies of here-documents, which begin where the line that asks for them ends. */
final class HereDocumentReader {
    private final Source source;
    private final ParserOptions options;
    private final List<Expected> expected = new ArrayList<>();

    HereDocumentReader(PartReader parts, ParserOptions options) {
        this.source = parts.source();
        this.options = options;
    }

    private record Expected(HereDocument document, String delimiter, boolean quoted, boolean stripTabs, int line) {}

    void expect(HereDocument document, Word delimiter, boolean stripTabs, int line) {
        String text = delimiter.constant().orElse(delimiter.source());
        expected.add(new Expected(document, text, delimiter.isQuoted(), stripTabs, line));
    }

    void readAll() {
        for (Expected one : expected) {
            int line = source.line();
            String text = text(one);
            one.document().fill(one.quoted() ? quoted(text) : parsed(text, line));
        }
        expected.clear();
    }

    private String text(Expected wanted) {
        StringBuilder text = new StringBuilder();
        while (true) {
            Optional<String> line = line(wanted);
            if (line.isEmpty()) {
                String message = "here-document at line " + wanted.line() + " delimited by end-of-file (wanted `"
                        + wanted.delimiter() + "')";
                options.warn(source.line() - 1, message);
                return text.toString();
            }
            if (line.get().equals(wanted.delimiter())) {
                return text.toString();
            }
            text.append(line.get()).append('\n');
        }
    }

    /** One line; in a document that expands, a backslash at its end joins the next line. */
    private Optional<String> line(Expected wanted) {
        Optional<String> line = source.nextLine();
        if (line.isEmpty()) {
            return line;
        }
        String text = wanted.stripTabs() ? withoutTabs(line.get()) : line.get();
        while (!wanted.quoted() && endsInBackslash(text)) {
            Optional<String> more = source.nextLine();
            if (more.isEmpty()) {
                break;
            }
            text = text.substring(0, text.length() - 1) + more.get();
        }
        return Optional.of(text);
    }

    private static boolean endsInBackslash(String text) {
        int backslashes = 0;
        while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static String withoutTabs(String line) {
        int tabs = 0;
        while (tabs < line.length() && line.charAt(tabs) == '\t') {
            tabs++;
        }
        return line.substring(tabs);
    }

    private static Word quoted(String text) {
        return new Word(text, List.of(new Part.Quoted(text)));
    }

    private Word parsed(String text, int line) {
        PartReader reader = new PartReader(new Source(LineSupplier.of(text), line), options);
        List<Part> parts = reader.parts(Mode.HERE_DOCUMENT, c -> false);
        return new Word(text, List.of(new Part.DoubleQuoted(parts)));
    }
}
