package org.vethlab.net.filter.conntrack;

/** Which end of a packet address translation changes (enum nf_nat_manip_type). */
public enum Manipulation {
    SOURCE,
    DESTINATION;

    Manipulation other() {
        return this == SOURCE ? DESTINATION : SOURCE;
    }
}
