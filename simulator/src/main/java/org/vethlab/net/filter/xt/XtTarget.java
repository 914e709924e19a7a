package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.Statement;

/** An action of iptables ({@code -j NAME}; struct xt_target). */
public interface XtTarget extends Statement {
    /** The name behind {@code -j}. */
    String extension();
}
