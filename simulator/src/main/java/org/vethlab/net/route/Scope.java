package org.vethlab.net.route;

/** Scopes of routes and addresses (RT_SCOPE_*; /etc/iproute2/rt_scopes). */
public enum Scope {
    GLOBAL(0, "global"),
    SITE(200, "site"),
    LINK(253, "link"),
    HOST(254, "host"),
    NOWHERE(255, "nowhere");

    private final int code;
    private final String text;

    Scope(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    /** The name in iproute2. */
    public String text() {
        return text;
    }
}
