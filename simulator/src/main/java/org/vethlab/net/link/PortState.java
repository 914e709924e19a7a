package org.vethlab.net.link;

import java.util.Locale;
import java.util.Optional;

/** What a bridge port does with frames (IEEE 802.1D-1998, 8.4; BR_STATE_*). */
public enum PortState {
    DISABLED(0),
    LISTENING(1),
    LEARNING(2),
    FORWARDING(3),
    BLOCKING(4);

    private final int code;

    PortState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** As {@code bridge link} names it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PortState> of(int code) {
        for (PortState state : values()) {
            if (state.code == code) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
