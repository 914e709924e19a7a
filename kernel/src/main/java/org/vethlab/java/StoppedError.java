package org.vethlab.java;

/** Ends a cell that was interrupted while it was in the lab. No {@code catch (Exception)} of the cell holds it up. */
final class StoppedError extends Error {
    private static final long serialVersionUID = 1L;

    StoppedError() {
        super("interrupted", null, false, false);
    }
}
