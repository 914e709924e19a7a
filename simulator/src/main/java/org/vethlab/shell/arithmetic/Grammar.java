package org.vethlab.shell.arithmetic;

/** Whose expressions these are: those of bash, or those of POSIX, which dash keeps to. */
public enum Grammar {
    BASH,
    POSIX;

    /** Whether an operator is one: POSIX has no powers and no steps, so that {@code --x} is a number's negative's. */
    boolean has(String operator) {
        return this == BASH || !operator.equals("**") && !operator.equals("++") && !operator.equals("--");
    }

    /** An error in the words of who reads such expressions: dash quotes all of one and says what it expected. */
    ArithmeticException inWords(ArithmeticException error, String expression) {
        if (this == BASH || error.problem().isEmpty()) {
            return error;
        }
        String problem = switch (error.problem()) {
            case "division by 0" -> "division by zero";
            case "syntax error: operand expected" -> "expecting primary";
            case "missing `)'" -> "expecting ')'";
            case "`:' expected for conditional expression" -> "expecting ':'";
            default -> "expecting EOF";
        };
        return new ArithmeticException("arithmetic expression: " + problem + ": \"" + expression + "\"", "");
    }
}
