package org.vethlab.net.route6;

/** How much a router wants to be used (RFC 4191, 2.1). */
public enum Preference {
    LOW(3, "low"),
    MEDIUM(0, "medium"),
    HIGH(1, "high");

    private final int code;
    private final String text;

    Preference(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** ICMPV6_ROUTER_PREF_*. */
    public int code() {
        return code;
    }

    public String text() {
        return text;
    }

    /** The kernel's rank in a lookup: low 1, medium 2, high 3 (IPV6_DECODE_PREF). */
    int rank() {
        return switch (this) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
        };
    }

    /** The number of RFC 4191; the reserved one means medium. */
    public static Preference of(int code) {
        return code == HIGH.code ? HIGH : code == LOW.code ? LOW : MEDIUM;
    }
}
