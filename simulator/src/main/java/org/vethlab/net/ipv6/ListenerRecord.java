package org.vethlab.net.ipv6;

import org.vethlab.addr.Ipv6Address;

/** One group in an MLDv2 report, without sources (RFC 3810, 5.2.4). */
record ListenerRecord(Type type, Ipv6Address group) {
    /** What has changed. */
    enum Type {
        /** No source is wanted any more: the group is left. */
        CHANGE_TO_INCLUDE(3),
        /** All sources are wanted: the group is joined. */
        CHANGE_TO_EXCLUDE(4);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
