package org.vethlab.net.neigh;

/** Neighbour unreachability detection's states (RFC 4861, 7.3.2, and Linux's own; include/uapi/linux/neighbour.h). */
public enum NudState {
    NONE(0x00),
    INCOMPLETE(0x01),
    REACHABLE(0x02),
    STALE(0x04),
    DELAY(0x08),
    PROBE(0x10),
    FAILED(0x20),
    NOARP(0x40),
    PERMANENT(0x80);

    private final int code;

    NudState(int code) {
        this.code = code;
    }

    /** NUD_* bit. */
    public int code() {
        return code;
    }

    /** NUD_VALID: the MAC address is known and may be used. */
    public boolean isValid() {
        return switch (this) {
            case REACHABLE, STALE, DELAY, PROBE, NOARP, PERMANENT -> true;
            case NONE, INCOMPLETE, FAILED -> false;
        };
    }

    /** NUD_CONNECTED: used without doubt. */
    public boolean isConnected() {
        return this == REACHABLE || this == NOARP || this == PERMANENT;
    }

    /** NUD_IN_TIMER: time alone will change it. */
    public boolean isTimed() {
        return this == INCOMPLETE || this == REACHABLE || this == DELAY || this == PROBE;
    }
}
