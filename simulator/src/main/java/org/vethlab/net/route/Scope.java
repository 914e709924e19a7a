package org.vethlab.net.route;

import java.util.Locale;

/**
 * How far a destination is (RT_SCOPE_*): the larger the number, the nearer. Any number from 0 to 255 may be used, these
 * have names (/etc/iproute2/rt_scopes).
 */
public record Scope(int code) implements Comparable<Scope> {
    public static final Scope GLOBAL = new Scope(0);
    public static final Scope SITE = new Scope(200);
    public static final Scope LINK = new Scope(253);
    public static final Scope HOST = new Scope(254);
    public static final Scope NOWHERE = new Scope(255);

    public Scope {
        if (code < 0 || code > 255) {
            throw new IllegalArgumentException("scope " + code);
        }
    }

    /** The name in iproute2, or the number. */
    public String text() {
        return switch (code) {
            case 0 -> "global";
            case 200 -> "site";
            case 253 -> "link";
            case 254 -> "host";
            case 255 -> "nowhere";
            default -> String.format(Locale.ROOT, "%d", code);
        };
    }

    @Override
    public int compareTo(Scope other) {
        return Integer.compare(code, other.code);
    }

    /** By hand, as that of {@link org.vethlab.addr.Ipv4Address}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Scope that && code == that.code;
    }

    @Override
    public int hashCode() {
        return code;
    }
}
