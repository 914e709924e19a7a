package org.vethlab.net.sched;

/** What a request may do (the netlink flags NLM_F_CREATE, NLM_F_EXCL, NLM_F_REPLACE). */
public enum Verb {
    ADD(true, true, false),
    CHANGE(false, false, false),
    REPLACE(true, false, true),
    LINK(false, false, true);

    private final boolean creates;
    private final boolean exclusive;
    private final boolean replaces;

    Verb(boolean creates, boolean exclusive, boolean replaces) {
        this.creates = creates;
        this.exclusive = exclusive;
        this.replaces = replaces;
    }

    boolean creates() {
        return creates;
    }

    boolean isExclusive() {
        return exclusive;
    }

    boolean replaces() {
        return replaces;
    }
}
