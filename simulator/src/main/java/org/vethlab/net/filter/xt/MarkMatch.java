package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.conntrack.Tracked;

/** The packet's mark ({@code -m mark}), or its connection's ({@code -m connmark}). */
public record MarkMatch(String extension, int mark, int mask, boolean inverted) implements XtMatch {
    /** The name of the test of the connection's mark. */
    public static final String OF_CONNECTION = "connmark";

    @Override
    public boolean needsConntrack() {
        return extension.equals(OF_CONNECTION);
    }

    @Override
    public boolean matches(PacketContext packet) {
        if (!needsConntrack()) {
            return ((packet.metadata().mark() & mask) == mark) != inverted;
        }
        return packet.metadata()
                .tracked()
                .flatMap(Tracked::connection)
                .filter(connection -> ((connection.mark() & mask) == mark) != inverted)
                .isPresent();
    }
}
