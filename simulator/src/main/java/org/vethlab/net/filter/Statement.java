package org.vethlab.net.filter;

import java.util.List;

/** A part of a rule (struct nft_expr): a test, an action, a verdict. Statements of a rule have their turn in order. */
public interface Statement {
    /** What it makes of a packet: {@link Verdict#CONTINUE}, {@link Verdict#BREAK} if a test fails, or a verdict. */
    Verdict evaluate(PacketContext packet);

    /** The chains that it may lead to, which cannot be deleted meanwhile. */
    default List<Chain> targets() {
        return List.of();
    }

    /** Whether it may be reached from a base chain; where it cannot work the kernel refuses it with EINVAL. */
    default boolean isAllowedIn(Chain base) {
        return true;
    }

    /** Whether connections must be tracked for it to work. */
    default boolean needsConntrack() {
        return false;
    }
}
