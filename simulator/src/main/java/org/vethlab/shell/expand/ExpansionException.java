package org.vethlab.shell.expand;

/** An expansion that fails: the command, and all of the line that it stands in, does not run. */
public final class ExpansionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean fatal;

    ExpansionException(String message, boolean fatal) {
        super(message, null, false, false);
        this.fatal = fatal;
    }

    /** Whether a script ends with it ({@code set -u}, <code>${v:?}</code>). */
    public boolean isFatal() {
        return fatal;
    }
}
