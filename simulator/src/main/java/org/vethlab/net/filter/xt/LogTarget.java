package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;

/** {@code LOG}, {@code NFLOG}, {@code AUDIT}: tells of the packet somewhere else. @param flags XT_LOG_* */
public record LogTarget(String extension, String prefix, int level, int flags) implements XtTarget {
    @Override
    public Verdict evaluate(PacketContext packet) {
        return Verdict.CONTINUE;
    }
}
