package org.vethlab.shell.syntax;

import java.util.Optional;

/**
 * Gives a script line by line, as late as possible: what a shell has not read of its standard input is there for the
 * commands that it starts.
 */
@FunctionalInterface
public interface LineSupplier {
    /** The next line with its newline; empty at the end. */
    Optional<String> next();

    /** A text as lines. A newline at its end that is missing is added, as bash does for strings. */
    static LineSupplier of(String script) {
        int[] from = {0};
        return () -> {
            if (from[0] >= script.length()) {
                return Optional.empty();
            }
            int newline = script.indexOf('\n', from[0]);
            int end = newline < 0 ? script.length() : newline + 1;
            String line = script.substring(from[0], end);
            from[0] = end;
            return Optional.of(newline < 0 ? line + "\n" : line);
        };
    }
}
