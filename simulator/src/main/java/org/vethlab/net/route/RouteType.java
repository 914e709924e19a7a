package org.vethlab.net.route;

/** Types of route (RTN_*). */
public enum RouteType {
    UNICAST(1, "unicast"),
    LOCAL(2, "local"),
    BROADCAST(3, "broadcast"),
    ANYCAST(4, "anycast"),
    MULTICAST(5, "multicast"),
    BLACKHOLE(6, "blackhole"),
    UNREACHABLE(7, "unreachable"),
    PROHIBIT(8, "prohibit"),
    THROW(9, "throw"),
    NAT(10, "nat");

    private final int code;
    private final String text;

    RouteType(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }
}
