package org.vethlab.net.neigh;

/** How far an update of a neighbour may go (NEIGH_UPDATE_F_*). */
public enum UpdateFlag {
    /** Another MAC address than the one known may take its place. */
    OVERRIDE,
    /** Another MAC address makes a connected entry suspect instead of taking the old one's place. */
    WEAK_OVERRIDE,
    /** The user says so: PERMANENT and NOARP entries change too. */
    ADMIN
}
