package org.vethlab.net.filter.xt;

import java.util.Optional;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** ebtables' tests of IPv4 and IPv6 headers ({@code --ip-src}, {@code --ip6-dst}). */
public record EthernetIpMatch(
        String extension,
        Optional<AddressTest> source,
        Optional<AddressTest> destination,
        Optional<Range> protocol,
        Optional<Range> sourcePorts,
        Optional<Range> destinationPorts,
        Optional<Range> icmpType)
        implements XtMatch {
    @Override
    public boolean matches(PacketContext packet) {
        boolean right = extension.equals("ip6")
                ? packet.ipv6().isPresent()
                : packet.ipv4().isPresent();
        return right
                && source.filter(test -> !test.matches(Addresses.source(packet)))
                        .isEmpty()
                && destination
                        .filter(test -> !test.matches(Addresses.destination(packet)))
                        .isEmpty()
                && protocol.filter(range -> !range.contains(packet.protocol())).isEmpty()
                && (sourcePorts.isEmpty() && destinationPorts.isEmpty() && icmpType.isEmpty()
                        || packet.transport().filter(this::matches).isPresent());
    }

    private boolean matches(IpPayload payload) {
        if (payload instanceof TcpSegment tcp) {
            return matches(tcp.sourcePort(), tcp.destinationPort());
        }
        if (payload instanceof UdpDatagram udp) {
            return matches(udp.sourcePort(), udp.destinationPort());
        }
        int type = payload instanceof IcmpMessage icmp
                ? icmp.type()
                : payload instanceof Icmpv6Message icmp6 ? icmp6.type() : -1;
        return icmpType.filter(range -> range.contains(type)).isPresent();
    }

    private boolean matches(int from, int to) {
        return icmpType.isEmpty()
                && sourcePorts.filter(range -> !range.contains(from)).isEmpty()
                && destinationPorts.filter(range -> !range.contains(to)).isEmpty();
    }
}
