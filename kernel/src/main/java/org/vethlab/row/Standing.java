package org.vethlab.row;

/** What is known of a route beyond its row: the kernel takes it, or passes it over for one with an equal prefix. */
public enum Standing {
    ALONE,
    CHOSEN,
    PASSED_OVER
}
