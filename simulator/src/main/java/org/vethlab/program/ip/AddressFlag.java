package org.vethlab.program.ip;

import java.util.Optional;

/** Flags of an address (IFA_F_*), in the order in which {@code ip address} prints them. */
enum AddressFlag {
    /** For IPv6 it is printed {@code temporary}. */
    SECONDARY("secondary", true, false),
    NODAD("nodad", false, true),
    OPTIMISTIC("optimistic", false, true),
    DADFAILED("dadfailed", true, true),
    HOME("home", false, true),
    DEPRECATED("deprecated", true, true),
    TENTATIVE("tentative", true, true),
    /** Never printed: where it is missing, {@code dynamic} is. */
    PERMANENT("permanent", true, true),
    MNGTMPADDR("mngtmpaddr", false, true),
    NOPREFIXROUTE("noprefixroute", false, false),
    AUTOJOIN("autojoin", false, false),
    STABLE_PRIVACY("stable-privacy", true, true);

    private final String text;
    private final boolean readOnly;
    private final boolean onlyIpv6;

    AddressFlag(String text, boolean readOnly, boolean onlyIpv6) {
        this.text = text;
        this.readOnly = readOnly;
        this.onlyIpv6 = onlyIpv6;
    }

    String text() {
        return text;
    }

    /** Users cannot set it. */
    boolean isReadOnly() {
        return readOnly;
    }

    boolean isOnlyIpv6() {
        return onlyIpv6;
    }

    static Optional<AddressFlag> of(String word) {
        if (word.equals("temporary")) {
            return Optional.of(SECONDARY);
        }
        for (AddressFlag flag : values()) {
            if (flag.text.equals(word)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }
}
