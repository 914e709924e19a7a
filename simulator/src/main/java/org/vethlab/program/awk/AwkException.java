package org.vethlab.program.awk;

/** A program that awk cannot parse or run; the message is what it prints behind its own name. */
final class AwkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AwkException(String message) {
        super(message, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
