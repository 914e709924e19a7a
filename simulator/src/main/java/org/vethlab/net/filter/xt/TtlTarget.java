package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;

/** {@code TTL} (IPv4), {@code HL} (IPv6): another time to live. */
public record TtlTarget(String extension, Mode mode, int value) implements XtTarget {
    private static final int MOST = 255;

    /** IPT_TTL_*. */
    public enum Mode {
        SET,
        INCREASE,
        DECREASE
    }

    @Override
    public boolean isAllowedIn(Chain base) {
        return Places.isIn(base, "mangle");
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        packet.ipv4().ifPresent(ipv4 -> packet.replace(ipv4.withTtl(changed(ipv4.ttl()))));
        packet.ipv6().ifPresent(ipv6 -> packet.replace(ipv6.withHopLimit(changed(ipv6.hopLimit()))));
        return Verdict.CONTINUE;
    }

    private int changed(int old) {
        return switch (mode) {
            case SET -> value;
            case INCREASE -> Math.min(old + value, MOST);
            case DECREASE -> Math.max(old - value, 0);
        };
    }
}
