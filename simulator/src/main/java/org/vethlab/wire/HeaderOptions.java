package org.vethlab.wire;

import java.util.Arrays;

/**
 * The options behind a fixed header, padding included: those of IPv4, or of IPv6's hop-by-hop header without its first
 * two bytes. The array is never changed.
 */
public record HeaderOptions(byte[] bytes) {
    public static final HeaderOptions NONE = new HeaderOptions(new byte[0]);

    /** Router alert and a PadN: what precedes every MLD message (RFC 2711; RFC 3810, 5). */
    public static final HeaderOptions ROUTER_ALERT = new HeaderOptions(new byte[] {5, 2, 0, 0, 1, 0});

    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeaderOptions options && Arrays.equals(bytes, options.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
