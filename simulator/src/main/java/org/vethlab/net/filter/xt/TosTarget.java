package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;

/** {@code TOS} and {@code DSCP}: another type of service. @param mask the bits that are cleared first */
public record TosTarget(String extension, int value, int mask) implements XtTarget {
    @Override
    public boolean isAllowedIn(Chain base) {
        return Places.isIn(base, "mangle");
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        packet.ipv4().ifPresent(ipv4 -> packet.replace(ipv4.withTos(changed(ipv4.tos()))));
        return Verdict.CONTINUE;
    }

    private int changed(int old) {
        return extension.equals("DSCP") ? old & 3 | value << 2 : old & ~mask ^ value;
    }
}
