package org.vethlab.net.filter.conntrack;

import java.util.Optional;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Payload;
import org.vethlab.wire.WireException;

/** The packet that an ICMP error quotes: its headers, and where its ports stand among the quoted bytes. */
final class Quoted {
    private Quoted() {}

    static boolean isError(IpPayload payload) {
        return payload instanceof IcmpMessage icmp && icmp.isError()
                || payload instanceof Icmpv6Message icmpv6 && icmpv6.isError();
    }

    static Optional<Payload> in(IpPayload error) {
        try {
            if (error instanceof IcmpMessage icmp) {
                return Optional.of(QuotedPorts.complete(Ipv4Packet.readQuoted(icmp.data())));
            }
            return error instanceof Icmpv6Message icmp ? QuotedPorts.ipv6(icmp.data()) : Optional.empty();
        } catch (WireException junk) {
            return Optional.empty();
        }
    }
}
