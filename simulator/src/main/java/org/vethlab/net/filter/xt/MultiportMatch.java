package org.vethlab.net.filter.xt;

import java.util.List;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** One of several ports. */
public record MultiportMatch(Which which, List<Range> ports, boolean inverted) implements XtMatch {
    /** Which of the two ports is meant. */
    public enum Which {
        SOURCE,
        DESTINATION,
        EITHER
    }

    public MultiportMatch {
        ports = List.copyOf(ports);
    }

    @Override
    public String extension() {
        return "multiport";
    }

    @Override
    public boolean matches(PacketContext packet) {
        return packet.transport().filter(this::matches).isPresent();
    }

    private boolean matches(IpPayload payload) {
        if (payload instanceof TcpSegment tcp) {
            return matches(tcp.sourcePort(), tcp.destinationPort());
        }
        return payload instanceof UdpDatagram udp && matches(udp.sourcePort(), udp.destinationPort());
    }

    private boolean matches(int source, int destination) {
        boolean found =
                which != Which.DESTINATION && isListed(source) || which != Which.SOURCE && isListed(destination);
        return found != inverted;
    }

    private boolean isListed(int port) {
        return ports.stream().anyMatch(range -> range.contains(port));
    }
}
