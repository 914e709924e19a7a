package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;

/** A test of iptables ({@code -m NAME}; struct xt_match). */
public interface XtMatch extends Statement {
    /** The name behind {@code -m}. */
    String extension();

    boolean matches(PacketContext packet);

    @Override
    default Verdict evaluate(PacketContext packet) {
        return matches(packet) ? Verdict.CONTINUE : Verdict.BREAK;
    }
}
