package org.vethlab.net.link;

import java.util.Locale;
import java.util.Optional;

/** With whom the macvlans of one device talk (MACVLAN_MODE_*). */
public enum MacvlanMode {
    /** With nobody on the same device, not even by way of a switch that sends frames back. */
    PRIVATE,
    /** With the others by way of a switch outside that sends frames back (IEEE 802.1Qbg). */
    VEPA,
    /** With the others, directly. */
    BRIDGE,
    /** Alone on its device, whose address it has. */
    PASSTHRU,
    /** Takes what comes from the addresses of a list. */
    SOURCE;

    /** As {@code ip link … type macvlan mode} names it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MacvlanMode> named(String text) {
        for (MacvlanMode mode : values()) {
            if (mode.text().equals(text)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
