package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;

/** {@code CHECKSUM}: checksums are always right here. */
public record ChecksumTarget() implements XtTarget {
    @Override
    public String extension() {
        return "CHECKSUM";
    }

    @Override
    public boolean isAllowedIn(Chain base) {
        return Places.isIn(base, "mangle");
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        return Verdict.CONTINUE;
    }
}
