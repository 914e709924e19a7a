package org.vethlab.shell.variable;

/** An assignment that a variable refuses; the message starts with the variable's name. */
public final class VariableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VariableException(String message) {
        super(message, null, false, false);
    }
}
