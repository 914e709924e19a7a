package org.vethlab.shell.arithmetic;

/** An expression that cannot be evaluated. */
public final class ArithmeticException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    /** @param problem what is wrong, without the expression; empty if the message is complete */
    ArithmeticException(String message, String problem) {
        super(message, null, false, false);
        this.problem = problem;
    }

    /** In bash's form: the expression, what is wrong, and the text from the token where it was seen. */
    static ArithmeticException at(String expression, int token, String message) {
        int start = 0;
        while (start < expression.length() && Character.isWhitespace(expression.charAt(start))) {
            start++;
        }
        String rest = expression.substring(Math.min(token, expression.length()));
        return new ArithmeticException(
                expression.substring(start) + ": " + message + " (error token is \"" + rest + "\")", message);
    }

    String problem() {
        return problem;
    }
}
