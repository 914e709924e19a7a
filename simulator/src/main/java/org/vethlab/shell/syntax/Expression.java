package org.vethlab.shell.syntax;

import java.util.List;
import java.util.Optional;

/**
 * An arithmetic expression as written. It is parsed after its expansions, since {@code $op} may hold an operator.
 *
 * @param source the text as written
 * @param parts the text with its expansions, to be expanded as if in double quotes
 * @param constant the text, if it holds no expansions
 */
public record Expression(String source, List<Part> parts, Optional<String> constant) {
    static Expression of(String source, List<Part> parts) {
        StringBuilder text = new StringBuilder();
        boolean isConstant = Part.appendConstant(parts, text);
        return new Expression(source, List.copyOf(parts), isConstant ? Optional.of(text.toString()) : Optional.empty());
    }
}
