package org.vethlab.net.socket;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.Errno;

/** What TCP and UDP need of IPv4 or IPv6. */
public interface InternetLayer {
    /** The address that stands for all. */
    IpAddress any();

    /** Bytes of a header without options. */
    int headerLength();

    /** Whether a socket may take an address for its own. */
    boolean isBindable(IpAddress address);

    /** The way that a packet would take. @throws org.vethlab.net.NetException as connect(2) would say */
    Path path(Outgoing request);

    /** @return the error of sendmsg(2), or empty */
    Optional<Errno> send(Outgoing request);

    /** @param advertisedMss {@code advmss} of the route, 0 if it has none */
    record Path(IpAddress source, int mtu, int advertisedMss) {}
}
