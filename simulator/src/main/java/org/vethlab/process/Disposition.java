package org.vethlab.process;

/** What a process does with a signal (sigaction(2)). */
public enum Disposition {
    /** The kernel's default: end, stop, go on or nothing. */
    DEFAULT,
    /** Nothing happens; a child and a program that is executed inherit this. */
    IGNORE,
    /** It is kept until {@link Process#takeCaught()}, and {@link Process#await} returns. DEFAULT again after exec. */
    CATCH
}
