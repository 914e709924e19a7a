package org.vethlab.process;

/** What things cost in virtual time, so that a script takes about as long as on a real machine. */
public final class Costs {
    /** fork(2) of a shell. */
    public static final long FORK = 600_000;

    /** execve(2) and the dynamic linker. */
    public static final long EXEC = 1_500_000;

    /** The most that chance adds to EXEC. */
    public static final long EXEC_JITTER = 200_000;

    /** exit(2): between the last instruction and the moment at which the parent hears of the end. */
    public static final long EXIT = 200_000;

    private Costs() {}
}
