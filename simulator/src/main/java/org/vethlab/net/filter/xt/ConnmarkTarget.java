package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.Metadata;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.conntrack.Connection;
import org.vethlab.net.filter.conntrack.Tracked;

/**
 * {@code CONNMARK}: the connection's mark is set, or takes the packet's, or gives it.
 *
 * @param connectionMask for {@link Mode#SET} the mask of the value
 */
public record ConnmarkTarget(Mode mode, int value, int connectionMask, int packetMask) implements XtTarget {
    /** XT_CONNMARK_*. */
    public enum Mode {
        SET,
        SAVE,
        RESTORE
    }

    @Override
    public String extension() {
        return "CONNMARK";
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        packet.metadata()
                .tracked()
                .flatMap(Tracked::connection)
                .ifPresent(connection -> act(packet.metadata(), connection));
        return Verdict.CONTINUE;
    }

    private void act(Metadata metadata, Connection connection) {
        switch (mode) {
            case SET -> connection.setMark(connection.mark() & ~connectionMask ^ value);
            case SAVE -> connection.setMark(connection.mark() & ~connectionMask ^ metadata.mark() & packetMask);
            case RESTORE -> metadata.setMark(metadata.mark() & ~packetMask ^ connection.mark() & connectionMask);
        }
    }
}
