package org.vethlab.shell.syntax;

import java.util.List;
import java.util.Optional;

/**
 * {@code name=value}, {@code name[subscript]+=value} or {@code name=(elements)}.
 *
 * @param source the assignment as written
 */
public record Assignment(String name, Optional<Word> subscript, boolean append, Value value, String source) {
    public sealed interface Value {}

    public record Scalar(Word word) implements Value {}

    public record Compound(List<Element> elements) implements Value {}

    /** {@code word} or {@code [subscript]=word} inside the parentheses of a compound assignment. */
    public record Element(Optional<Word> subscript, boolean append, Word word) {}
}
