package org.vethlab.net.sched;

/** How deep redirections of one packet are nested: actions that send packets in a circle are stopped. */
public final class Redirections {
    /** MIRRED_RECURSION_LIMIT. */
    private static final int LIMIT = 4;

    private int depth;

    /** @return false if there were too many already; else {@link #leave} must follow */
    boolean enter() {
        if (depth >= LIMIT) {
            return false;
        }
        depth++;
        return true;
    }

    void leave() {
        depth--;
    }
}
