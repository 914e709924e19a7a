package org.vethlab.net.socket;

import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.ChecksumOffload;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.PseudoHeader;
import org.vethlab.wire.RawData;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** Hands ICMP errors of both families to TCP and UDP (icmp_socket_deliver, icmpv6_notify). */
final class TransportErrors {
    private static final int FRAGMENTATION_NEEDED = 4;

    /** So many bytes of a transport header an ICMP error quotes at least. */
    private static final int QUOTED = 8;

    private final Namespace namespace;

    TransportErrors(Namespace namespace) {
        this.namespace = namespace;
    }

    boolean report(Ipv4Packet carrier, Device device, IcmpMessage error, Ipv4Packet quoted, int info) {
        boolean redirect = error.type() == IcmpMessage.REDIRECT;
        boolean tooBig = error.type() == IcmpMessage.DESTINATION_UNREACHABLE && error.code() == FRAGMENTATION_NEEDED;
        PseudoHeader pseudo = new PseudoHeader(quoted.source(), quoted.destination(), ChecksumOffload.NONE);
        return deliver(new ErrorReport(
                carrier.source(),
                quoted.source(),
                quoted.destination(),
                quoted.payload().protocol(),
                bytes(quoted.payload(), pseudo),
                device,
                redirect ? Errno.EAGAIN : IcmpErrorMeaning.of(error),
                IcmpErrorMeaning.isFatal(error),
                redirect,
                tooBig ? info : 0));
    }

    boolean report(Ipv6Packet carrier, Device device, Icmpv6Message error, Ipv6Packet quoted, int info) {
        PseudoHeader pseudo = new PseudoHeader(quoted.source(), quoted.destination(), ChecksumOffload.NONE);
        return deliver(new ErrorReport(
                carrier.source(),
                quoted.source(),
                quoted.destination(),
                quoted.payload().protocol(),
                bytes(quoted.payload(), pseudo),
                device,
                IcmpErrorMeaning.of(error),
                IcmpErrorMeaning.isFatal(error),
                !error.isError(),
                error.type() == Icmpv6Message.PACKET_TOO_BIG ? info : 0));
    }

    private boolean deliver(ErrorReport report) {
        if (report.transport().length < QUOTED) {
            return false;
        }
        return switch (report.protocol()) {
            case TcpSegment.PROTOCOL -> namespace.tcp().report(report);
            case UdpDatagram.PROTOCOL -> namespace.udp().report(report);
            default -> false;
        };
    }

    private static byte[] bytes(IpPayload quoted, PseudoHeader pseudo) {
        if (quoted instanceof RawData data) {
            return data.bytes();
        }
        ByteWriter out = new ByteWriter(quoted.length());
        quoted.write(out, pseudo);
        return out.toByteArray();
    }
}
