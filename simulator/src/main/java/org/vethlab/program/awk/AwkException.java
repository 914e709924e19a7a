package org.vethlab.program.awk;

/** A program that awk cannot parse or run; the message is what it prints behind its own name. */
final class AwkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean atRunTime;

    AwkException(String message) {
        this(message, false);
    }

    private AwkException(String message, boolean atRunTime) {
        super(message, null, false, false);
        this.atRunTime = atRunTime;
    }

    /** An error that tells which record was being read. */
    static AwkException atRunTime(String message) {
        return new AwkException("run time error: " + message, true);
    }

    boolean isAtRunTime() {
        return atRunTime;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
