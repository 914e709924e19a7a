package org.vethlab.shell.syntax;

import java.util.Optional;

/** Tells a prompt whether Enter ends a command, or whether the shell would wait for more lines. */
public final class Completeness implements LineSupplier, ParserOptions {
    private final LineSupplier lines;
    private boolean exhausted;
    private boolean unfinished;

    private Completeness(String script) {
        this.lines = LineSupplier.of(script.endsWith("\n") ? script : script + "\n");
    }

    /** Whether a text can be run as it is; a text with an error that more lines would not mend is whole too. */
    public static boolean isWhole(String script) {
        if (script.endsWith("\\")) {
            return false;
        }
        Completeness reader = new Completeness(script);
        Parser parser = new Parser(reader, reader, 1);
        try {
            while (parser.next().isPresent()) {
                // on to the next command
            }
        } catch (SyntaxException e) {
            return !reader.exhausted;
        }
        return !reader.unfinished;
    }

    @Override
    public Optional<String> next() {
        Optional<String> line = lines.next();
        exhausted |= line.isEmpty();
        return line;
    }

    /** A here-document that ends with the text is not an error, but a warning. */
    @Override
    public void warn(int line, String message) {
        unfinished = true;
    }
}
