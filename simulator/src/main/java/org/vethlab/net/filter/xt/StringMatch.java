package org.vethlab.net.filter.xt;

import java.util.Arrays;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.Ipv6Packet;

/** Bytes somewhere in the packet. */
public record StringMatch(byte[] pattern, String algorithm, int from, int to, boolean ignoresCase, boolean inverted)
        implements XtMatch {
    @Override
    public String extension() {
        return "string";
    }

    @Override
    public boolean matches(PacketContext packet) {
        byte[] bytes = packet.ipv6()
                .map(Ipv6Packet::toByteArray)
                .orElseGet(() -> packet.ipv4().orElseThrow().toByteArray());
        for (int at = from; at <= Math.min(to, bytes.length - pattern.length); at++) {
            if (isAt(bytes, at)) {
                return !inverted;
            }
        }
        return inverted;
    }

    private boolean isAt(byte[] bytes, int at) {
        for (int i = 0; i < pattern.length; i++) {
            int seen = bytes[at + i];
            boolean same =
                    ignoresCase ? Character.toLowerCase(seen) == Character.toLowerCase(pattern[i]) : seen == pattern[i];
            if (!same) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StringMatch string
                && Arrays.equals(pattern, string.pattern)
                && algorithm.equals(string.algorithm)
                && from == string.from
                && to == string.to
                && ignoresCase == string.ignoresCase
                && inverted == string.inverted;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pattern);
    }
}
