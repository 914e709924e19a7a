package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.conntrack.PacketState;
import org.vethlab.net.filter.conntrack.Tracked;

/** {@code CT}: how a packet is tracked, before it is. {@code NOTRACK} is another name for its {@code --notrack}. */
public record CtTarget(boolean untracked, boolean oldName, Optional<Integer> zone, Optional<String> helper)
        implements XtTarget {
    @Override
    public String extension() {
        return oldName ? "NOTRACK" : "CT";
    }

    @Override
    public boolean isAllowedIn(Chain base) {
        return Places.isIn(base, "raw");
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        if (untracked && packet.metadata().tracked().isEmpty()) {
            packet.metadata().setTracked(Optional.of(new Tracked(Optional.empty(), PacketState.UNTRACKED, false)));
        }
        return Verdict.CONTINUE;
    }
}
