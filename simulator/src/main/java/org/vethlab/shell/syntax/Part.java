package org.vethlab.shell.syntax;

import java.util.List;
import java.util.Optional;

/** What a word consists of. */
public sealed interface Part {
    /** Text without quotes; inside {@link DoubleQuoted} it counts as quoted. */
    record Literal(String text) implements Part {}

    /** {@code 'text'}, {@code $'text'} or {@code \x}, quotes removed and escapes resolved. */
    record Quoted(String text) implements Part {}

    record DoubleQuoted(List<Part> parts) implements Part {}

    /**
     * {@code $name} or <code>${…}</code>.
     *
     * @param name a variable's name, a number, or a special parameter
     * @param indirect <code>${!name…}</code>
     * @param source the expansion as written, for messages
     */
    record Parameter(String name, Index index, boolean indirect, Operation operation, String source) implements Part {}

    /** <code>${…}</code> whose inside makes no sense: an error only when it is expanded. */
    record BadSubstitution(String source) implements Part {}

    record CommandSubstitution(Command body) implements Part {}

    /** {@code `text`}, its backslashes resolved: parsed only when it is expanded, as bash does. */
    record Backquoted(String text) implements Part {}

    record ArithmeticExpansion(Expression expression) implements Part {}

    /** {@code <(body)} or {@code >(body)}. */
    record ProcessSubstitution(boolean input, Command body) implements Part {}

    /** An assignment among the arguments of {@code declare} and its kin: the whole word. */
    record Assigned(Assignment assignment) implements Part {}

    /** Which elements of an array a parameter names. */
    sealed interface Index {
        record None() implements Index {}

        /** {@code [@]}. */
        record At() implements Index {}

        /** {@code [*]}. */
        record Star() implements Index {}

        record Subscript(Word text) implements Index {}
    }

    /** What is done with a parameter's value. */
    sealed interface Operation {
        record None() implements Operation {}

        /** <code>${#name}</code>. */
        record Length() implements Operation {}

        /** <code>${!name[@]}</code>: the subscripts in use. */
        record Keys() implements Operation {}

        /** <code>${!prefix@}</code> and <code>${!prefix*}</code>. */
        record NamesWithPrefix(boolean at) implements Operation {}

        /** {@code - = ? +}; with a colon an empty value counts as unset. */
        record Default(char operator, boolean colon, Word word) implements Operation {}

        /** {@code # ## % %%}. */
        record Trim(boolean suffix, boolean longest, Word pattern) implements Operation {}

        record Replace(Anchor anchor, Word pattern, Word replacement) implements Operation {}

        /** {@code ^ ^^ , ,, ~ ~~}. */
        record ChangeCase(char operator, boolean all, Word pattern) implements Operation {}

        record Substring(Expression offset, Optional<Expression> length) implements Operation {}

        /** <code>${name@Q}</code> and its kin. */
        record Transform(char operator) implements Operation {}
    }

    /** Where <code>${name/pattern/…}</code> looks. */
    enum Anchor {
        FIRST,
        ALL,
        START,
        END
    }

    /** Appends the text of parts without expansions. @return false, with something appended, if there are any */
    static boolean appendConstant(List<Part> parts, StringBuilder text) {
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Quoted quoted) {
                text.append(quoted.text());
            } else if (!(part instanceof DoubleQuoted quotes && appendConstant(quotes.parts(), text))) {
                return false;
            }
        }
        return true;
    }
}
