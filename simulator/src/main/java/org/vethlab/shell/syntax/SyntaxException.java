package org.vethlab.shell.syntax;

import java.util.List;
import java.util.Optional;

/** A script that bash cannot parse. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient List<String> lines;
    private final int status;
    private final boolean condition;

    /** @param offending the line of the script that bash quotes below its message */
    public SyntaxException(int line, String message, Optional<String> offending) {
        this(line, message, offending, 2);
    }

    SyntaxException(int line, String message, Optional<String> offending, int status) {
        this(line, offending.map(text -> List.of(message, "`" + text + "'")).orElse(List.of(message)), status, false);
    }

    private SyntaxException(int line, List<String> lines, int status, boolean condition) {
        super(lines.get(0), null, false, false);
        this.line = line;
        this.lines = lines;
        this.status = status;
        this.condition = condition;
    }

    static SyntaxException withDetail(int line, String message, String detail) {
        return new SyntaxException(line, List.of(message, detail), 2, false);
    }

    /** An error between {@code [[} and {@code ]]}: it ends a script as if it ended there, with the status it had. */
    static SyntaxException inCondition(int line, String message) {
        return new SyntaxException(line, List.of(message), 2, true);
    }

    public int line() {
        return line;
    }

    /** The message's lines, each to be printed with the script's name and line before it. */
    public List<String> lines() {
        return lines;
    }

    /** What a script that ends with this error exits with. */
    public int status() {
        return status;
    }

    /** Whether a script goes on with the next line: so it does after an error inside a compound assignment. */
    public boolean isRecoverable() {
        return status == 1;
    }

    public boolean isInCondition() {
        return condition;
    }
}
