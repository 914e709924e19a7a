package org.vethlab.net.neigh;

/** What is said of a neighbour besides its state (NTF_*, NTF_EXT_*). */
public enum NeighbourFlag {
    /** It said that it is a router (IPv6), or the user did. */
    ROUTER,
    /** Something else than the kernel has learnt it, and takes care of it. */
    EXTERN_LEARN,
    /** The kernel keeps it resolved. */
    MANAGED
}
