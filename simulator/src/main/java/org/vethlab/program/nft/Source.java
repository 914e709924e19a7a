package org.vethlab.program.nft;

import java.util.Optional;

/**
 * A text that is parsed.
 *
 * @param name the file's name as messages show it; empty for the command line, which goes without
 */
record Source(Optional<String> name, String text) {
    static Source ofCommandLine(String text) {
        return new Source(Optional.empty(), text + "\n");
    }

    static Source ofFile(String name, String text) {
        return new Source(Optional.of(name), text);
    }

    /**
     * The line that a message shows. For the command line it is always the first, whichever line is wrong
     * ({@code erec_print}, INDESC_BUFFER).
     */
    String line(int offset) {
        int start = name.isPresent() ? Math.min(offset, text.length()) : 0;
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }
}
