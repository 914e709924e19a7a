package org.vethlab.fuzz;

/** Something that cannot be done: the message is one clear line for the user. */
public final class FuzzException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FuzzException(String message) {
        super(message);
    }
}
