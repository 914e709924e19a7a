package org.vethlab.lab;

/** Something that a student asked for and that cannot be done: the message is one clear line for the student. */
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LabException(String message) {
        super(message);
    }
}
