package org.vethlab.java;

import java.util.List;

/** A Java cell that did not run to its end. */
public final class JavaFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What an interrupted cell ends with. */
    public static final String INTERRUPTED = "Interrupted";

    /** What one ends with that the compiler refuses. */
    public static final String COMPILE_ERROR = "CompileError";

    private final String kind;
    private final transient List<String> lines;

    /**
     * A failure.
     *
     * @param kind the exception's class, {@link #COMPILE_ERROR} or {@link #INTERRUPTED}
     * @param message in one line
     * @param lines all that a student should see
     */
    JavaFailure(String kind, String message, List<String> lines) {
        super(message, null, false, false);
        this.kind = kind;
        this.lines = List.copyOf(lines);
    }

    static JavaFailure interrupted() {
        return new JavaFailure(INTERRUPTED, "the cell was interrupted", List.of("Interrupted"));
    }

    public String kind() {
        return kind;
    }

    /** What it says. */
    public String message() {
        return String.valueOf(getMessage());
    }

    public List<String> lines() {
        return lines;
    }
}
