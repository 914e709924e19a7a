package org.vethlab.shell.arithmetic;

import java.util.Optional;

/** The tree of an expression. */
sealed interface Node {
    record Constant(long value) implements Node {}

    /** @param subscript the text between the brackets, not yet evaluated: a key of an associative array is no number */
    record Variable(String name, Optional<String> subscript) implements Node {}

    record Unary(char operator, Node operand) implements Node {}

    /** @param position of the right operand, for the message on a division by zero */
    record Binary(Operator operator, Node left, Node right, int position) implements Node {}

    record Conditional(Node condition, Node yes, Node no) implements Node {}

    /** @param operator what is done with the old value; empty for a plain assignment */
    record Assign(Variable target, Optional<Operator> operator, Node value, int position) implements Node {}

    /** {@code ++x}, {@code x--} and the like. */
    record Step(Variable target, int by, boolean before) implements Node {}

    /** Binary operators, each level binding tighter than the one before. */
    enum Operator {
        COMMA(",", 0),
        OR("||", 1),
        AND("&&", 2),
        BIT_OR("|", 3),
        BIT_XOR("^", 4),
        BIT_AND("&", 5),
        EQUAL("==", 6),
        NOT_EQUAL("!=", 6),
        LESS_OR_EQUAL("<=", 7),
        GREATER_OR_EQUAL(">=", 7),
        LESS("<", 7),
        GREATER(">", 7),
        SHIFT_LEFT("<<", 8),
        SHIFT_RIGHT(">>", 8),
        ADD("+", 9),
        SUBTRACT("-", 9),
        MULTIPLY("*", 10),
        DIVIDE("/", 10),
        REMAINDER("%", 10),
        POWER("**", 11);

        static final int TIGHTEST = 11;

        private final String text;
        private final int level;

        Operator(String text, int level) {
            this.text = text;
            this.level = level;
        }

        String text() {
            return text;
        }

        int level() {
            return level;
        }

        static Optional<Operator> of(String text) {
            for (Operator operator : values()) {
                if (operator.text.equals(text)) {
                    return Optional.of(operator);
                }
            }
            return Optional.empty();
        }
    }
}
