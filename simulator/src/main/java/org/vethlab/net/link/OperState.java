package org.vethlab.net.link;

/** RFC 2863 operational state, as {@code ip link} names it. */
public enum OperState {
    UNKNOWN(0),
    NOTPRESENT(1),
    DOWN(2),
    LOWERLAYERDOWN(3),
    TESTING(4),
    DORMANT(5),
    UP(6);

    private final int code;

    OperState(int code) {
        this.code = code;
    }

    /** IF_OPER_* of linux/if.h. */
    public int code() {
        return code;
    }
}
