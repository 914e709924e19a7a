package org.vethlab.net.filter;

/** What a statement decides about a packet and about the rules behind it (NFT_*, NF_*). */
public sealed interface Verdict {
    /** The next statement has its turn. */
    Verdict CONTINUE = Plain.CONTINUE;

    /** The rule does not apply: the next rule has its turn. */
    Verdict BREAK = Plain.BREAK;

    /** Back to the chain that jumped here; in a base chain, its policy. */
    Verdict RETURN = Plain.RETURN;

    Verdict ACCEPT = Plain.ACCEPT;
    Verdict DROP = Plain.DROP;

    /** Somebody else has the packet now (NF_STOLEN): it ends here, but was not dropped. */
    Verdict STOLEN = Plain.STOLEN;

    /** To user space; when nobody listens there it is dropped. */
    Verdict QUEUE = Plain.QUEUE;

    /** The verdicts without a target. */
    enum Plain implements Verdict {
        CONTINUE,
        BREAK,
        RETURN,
        ACCEPT,
        DROP,
        STOLEN,
        QUEUE
    }

    /** The rules of another chain; then those behind this one. */
    record Jump(Chain target) implements Verdict {}

    /** The rules of another chain, without coming back here. */
    record Goto(Chain target) implements Verdict {}
}
