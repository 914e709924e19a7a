package org.vethlab.net.socket;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.wire.Ipv4Packet;

/** IPv4 as TCP and UDP see it. */
final class Ipv4Layer implements InternetLayer {
    private final Namespace namespace;

    Ipv4Layer(Namespace namespace) {
        this.namespace = namespace;
    }

    @Override
    public IpAddress any() {
        return Ipv4Address.ANY;
    }

    @Override
    public int headerLength() {
        return Ipv4Packet.HEADER_LENGTH;
    }

    @Override
    public boolean isBindable(IpAddress address) {
        return namespace.ipv4().isBindable((Ipv4Address) address);
    }

    @Override
    public Path path(Outgoing request) {
        SendRequest asked = request(request);
        Ipv4Address source = namespace.ipv4().sourceFor(asked);
        return new Path(
                source, namespace.ipv4().pathMtu(asked), namespace.ipv4().advertisedMss(asked));
    }

    @Override
    public Optional<Errno> send(Outgoing request) {
        return namespace.ipv4().send(request(request));
    }

    private static SendRequest request(Outgoing request) {
        return new SendRequest(
                (Ipv4Address) request.destination(),
                request.source().map(Ipv4Address.class::cast),
                request.device(),
                request.hopLimit(),
                request.trafficClass(),
                SendRequest.PathMtuDiscovery.WANT,
                request.broadcast(),
                request.mark(),
                request.payload());
    }
}
