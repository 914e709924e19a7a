package org.vethlab.java;

/** What a cell counts up, for a test to see that it runs, or that it doesn't. */
public final class Ticks {
    public static volatile int count;

    private Ticks() {}
}
