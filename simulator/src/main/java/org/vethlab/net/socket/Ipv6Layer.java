package org.vethlab.net.socket;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.wire.Ipv6Packet;

/** IPv6 as TCP and UDP see it. */
final class Ipv6Layer implements InternetLayer {
    private final Namespace namespace;

    Ipv6Layer(Namespace namespace) {
        this.namespace = namespace;
    }

    @Override
    public IpAddress any() {
        return Ipv6Address.ANY;
    }

    @Override
    public int headerLength() {
        return Ipv6Packet.HEADER_LENGTH;
    }

    @Override
    public boolean isBindable(IpAddress address) {
        return namespace.ipv6().isBindable((Ipv6Address) address);
    }

    @Override
    public Path path(Outgoing request) {
        Ipv6SendRequest asked = request(request);
        return new Path(namespace.ipv6().sourceFor(asked), namespace.ipv6().pathMtu(asked), 0);
    }

    @Override
    public Optional<Errno> send(Outgoing request) {
        return namespace.ipv6().send(request(request));
    }

    private static Ipv6SendRequest request(Outgoing request) {
        return new Ipv6SendRequest(
                (Ipv6Address) request.destination(),
                request.source().map(Ipv6Address.class::cast),
                request.device(),
                request.hopLimit(),
                request.trafficClass(),
                SendRequest.PathMtuDiscovery.WANT,
                request.mark(),
                0,
                request.payload());
    }
}
