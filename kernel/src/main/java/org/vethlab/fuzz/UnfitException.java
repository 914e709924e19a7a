package org.vethlab.fuzz;

/** A command that makes no sense in the scene: another one is made up instead. */
final class UnfitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitException() {
        super("", null, false, false);
    }
}
