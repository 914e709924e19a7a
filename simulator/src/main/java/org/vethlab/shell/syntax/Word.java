package org.vethlab.shell.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A word of the script before expansion.
 *
 * @param source the word as written, quotes and all
 */
public record Word(String source, List<Part> parts) {
    public static final Word EMPTY = new Word("", List.of());

    public Word {
        parts = List.copyOf(parts);
    }

    /** The word's text if it has neither quotes nor expansions: only such a word can be a reserved word. */
    public Optional<String> bare() {
        if (parts.size() == 1 && parts.get(0) instanceof Part.Literal literal) {
            return Optional.of(literal.text());
        }
        return Optional.empty();
    }

    /** The word's text if it has no expansions, quotes removed. */
    public Optional<String> constant() {
        StringBuilder text = new StringBuilder();
        return Part.appendConstant(parts, text) ? Optional.of(text.toString()) : Optional.empty();
    }

    /** Whether any part of the word is quoted: such a here-document delimiter turns off expansion. */
    public boolean isQuoted() {
        return parts.stream().anyMatch(part -> part instanceof Part.Quoted || part instanceof Part.DoubleQuoted);
    }
}
