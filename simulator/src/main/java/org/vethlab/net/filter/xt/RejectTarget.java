package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Reject;
import org.vethlab.net.filter.Verdict;

/**
 * {@code REJECT}: refuses a packet and tells its sender.
 *
 * @param resetForTcpOnly whether the rule is for TCP alone, as a reset must be
 */
public record RejectTarget(Reject reject, boolean resetForTcpOnly) implements XtTarget {
    @Override
    public String extension() {
        return "REJECT";
    }

    @Override
    public boolean isAllowedIn(Chain base) {
        return Places.isIn(base, "filter", Hook.INPUT, Hook.FORWARD, Hook.OUTPUT)
                && (reject.kind() != Reject.Kind.TCP_RESET || resetForTcpOnly);
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        return reject.evaluate(packet);
    }
}
