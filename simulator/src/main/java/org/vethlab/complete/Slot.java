package org.vethlab.complete;

import java.util.List;

/** A part of a command behind its verb. */
sealed interface Slot {
    /**
     * A word with what must follow it: {@code dev DEVICE}, {@code -c count}. Keywords may come in any order.
     *
     * @param description one line on it, or nothing
     * @param order whether it can stand anywhere
     */
    record Keyword(String word, List<Value> values, String description, Order order) implements Slot {
        Keyword(String word, List<Value> values, String description) {
            this(word, values, description, Order.ANYWHERE);
        }

        Keyword with(Order other) {
            return new Keyword(word, values, description, other);
        }

        /** What either of two descriptions of the same word says. */
        Keyword merged(Keyword other) {
            return new Keyword(
                    word,
                    values.isEmpty() ? other.values : values,
                    description.isEmpty() ? other.description : description,
                    order);
        }

        /** Whether it may be written longer, up to what its description is: {@code -br[ief]}. */
        boolean isAbbreviation() {
            return description.startsWith("-") && description.startsWith(word);
        }

        /** Whether a word is this one, or a form of it between the shortest and the whole. */
        boolean isWrittenAs(String text) {
            return text.equals(word) || isAbbreviation() && text.startsWith(word) && description.startsWith(text);
        }

        boolean isOption() {
            return word.startsWith("-");
        }
    }

    /** Where a keyword stands. */
    enum Order {
        ANYWHERE,
        /** Before the first operand only: {@code [ blackhole ] PREFIX}. */
        BEFORE,
        /** In its place: <code>{ DEVICE | dev DEVICE }</code>. */
        INSTEAD
    }

    /** What is known by its place. @param repeats whether more of the kind may follow */
    record Operand(Value value, boolean repeats) implements Slot {}
}
