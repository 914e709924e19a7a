package org.vethlab.net.route;

import java.util.Optional;

/** Properties of the path that a route leads along (RTAX_*), by number and by iproute2's name. */
public enum RouteMetric {
    MTU(2, "mtu"),
    WINDOW(3, "window"),
    RTT(4, "rtt"),
    RTTVAR(5, "rttvar"),
    SSTHRESH(6, "ssthresh"),
    CWND(7, "cwnd"),
    ADVMSS(8, "advmss"),
    REORDERING(9, "reordering"),
    HOPLIMIT(10, "hoplimit"),
    INITCWND(11, "initcwnd"),
    FEATURES(12, "features"),
    RTO_MIN(13, "rto_min"),
    INITRWND(14, "initrwnd"),
    QUICKACK(15, "quickack"),
    FASTOPEN_NO_COOKIE(17, "fastopen_no_cookie");

    private static final long MAX_MTU = 65535 - 15;
    private static final long MAX_MSS = 65535 - 40;

    private final int code;
    private final String text;

    RouteMetric(int code, String text) {
        this.code = code;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public String text() {
        return text;
    }

    /** The largest value that is kept. */
    long limit() {
        return switch (this) {
            case MTU -> MAX_MTU;
            case ADVMSS -> MAX_MSS;
            case HOPLIMIT -> 255;
            default -> 0xffff_ffffL;
        };
    }

    public static Optional<RouteMetric> of(String text) {
        for (RouteMetric metric : values()) {
            if (metric.text.equals(text)) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }
}
