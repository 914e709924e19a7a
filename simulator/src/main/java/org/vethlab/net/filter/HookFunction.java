package org.vethlab.net.filter;

/** Something that hangs in a hook (struct nf_hook_ops): a base chain, connection tracking, address translation. */
@FunctionalInterface
public interface HookFunction {
    /** {@link Verdict#ACCEPT} lets the packet go on to the next function; anything else ends its way. */
    Verdict evaluate(PacketContext packet);
}
