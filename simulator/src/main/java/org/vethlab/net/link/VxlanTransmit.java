package org.vethlab.net.link;

import java.util.Arrays;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.socket.SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Frames;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.UdpDatagram;
import org.vethlab.wire.VxlanHeader;

/** Puts frames of a VXLAN device into datagrams (vxlan_xmit_one). */
final class VxlanTransmit {
    private static final int FIRST_PORT = 32768;
    private static final int PORTS = 28232;
    private static final int INHERIT_TOS = 1;
    private static final int ANSWER_TTL = 64;

    /** No smaller MTU is told to the sender of a frame (iptunnel_pmtud_check_icmp). */
    private static final int LEAST_MTU = 576;

    private final Vxlan device;

    VxlanTransmit(Vxlan device) {
        this.device = device;
    }

    void send(EthernetFrame frame, VxlanRemote to) {
        Namespace underlay = device.underlay();
        SendRequest request = request(frame, to);
        int mtu = underlay.ipv4().pathMtu(request) - Vxlan.HEADROOM;
        if (frame.payload().length() > mtu && refuse(frame, mtu)) {
            return;
        }
        LinkTrace.wrapped(device, frame, to);
        if (underlay.ipv4().sendCarrier(request).isPresent()) {
            device.statistics().txErrors++;
            return;
        }
        device.countTransmitted(frame);
    }

    private SendRequest request(EthernetFrame frame, VxlanRemote to) {
        byte[] data = VxlanHeader.wrap(to.vni().orElse(device.vni()), Frames.write(frame));
        UdpDatagram datagram = new UdpDatagram(sourcePort(frame), to.port().orElse(device.port()), data);
        return new SendRequest(
                to.address(),
                device.local(),
                to.via().or(device::physical),
                ttl(frame, to),
                tos(frame),
                dontFragment(frame) ? PathMtuDiscovery.DO : PathMtuDiscovery.DONT,
                false,
                0,
                datagram);
    }

    /** One flow, one port: so routers that share flows among paths keep its order (udp_flow_src_port). */
    private int sourcePort(EthernetFrame frame) {
        int low = (int) device.option(VxlanOption.SOURCE_PORT_LOW);
        int high = (int) device.option(VxlanOption.SOURCE_PORT_HIGH);
        int first = high > low ? low : FIRST_PORT;
        int count = high > low ? high - low : PORTS;
        int hash = frame.payload() instanceof Ipv4Packet packet
                ? packet.source().bits() * 31 + packet.destination().bits()
                : Long.hashCode(frame.source().bits() * 31 + frame.destination().bits());
        int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
        return first + Integer.remainderUnsigned(mixed ^ mixed >>> 13, count);
    }

    private int ttl(EthernetFrame frame, VxlanRemote to) {
        if (device.option(VxlanOption.TTL_INHERIT) != 0 && frame.payload() instanceof Ipv4Packet packet) {
            return packet.ttl();
        }
        int own = (int) device.option(VxlanOption.TTL);
        return own == 0 && to.address().isMulticast() ? 1 : own;
    }

    private int tos(EthernetFrame frame) {
        int own = (int) device.option(VxlanOption.TOS);
        if (own != INHERIT_TOS) {
            return own;
        }
        return frame.payload() instanceof Ipv4Packet packet ? packet.tos() : 0;
    }

    private boolean dontFragment(EthernetFrame frame) {
        long policy = device.option(VxlanOption.DF);
        return policy == VxlanOption.DF_SET
                || policy == VxlanOption.DF_INHERIT
                        && frame.payload() instanceof Ipv4Packet packet
                        && packet.dontFragment();
    }

    /**
     * A frame that a bridge brings, with a packet that is too long and may not be cut, is answered at once. Surprising:
     * in the name of the packet's destination, for there is no router here (iptunnel_pmtud_build_icmp).
     *
     * @return whether the frame is dealt with; else the datagram goes out in pieces
     */
    private boolean refuse(EthernetFrame frame, int mtu) {
        boolean bridged = device.master().filter(Bridge.class::isInstance).isPresent()
                && !device.master().get().address().equals(frame.source());
        if (!bridged || mtu < LEAST_MTU || !(frame.payload() instanceof Ipv4Packet packet) || !mayBeToldAbout(packet)) {
            return false;
        }
        int room = Math.min(LEAST_MTU, mtu) - Ipv4Packet.HEADER_LENGTH - 8;
        byte[] whole = packet.toByteArray();
        byte[] quoted = whole.length <= room ? whole : Arrays.copyOf(whole, room);
        IcmpMessage error = new IcmpMessage(IcmpMessage.DESTINATION_UNREACHABLE, 4, mtu, quoted);
        Ipv4Packet answer = new Ipv4Packet(
                /* source= */ packet.destination(),
                /* destination= */ packet.source(),
                ANSWER_TTL,
                packet.tos(),
                0,
                true,
                false,
                0,
                error);
        EthernetFrame back =
                new EthernetFrame(/* destination= */ frame.source(), /* source= */ frame.destination(), answer);
        device.namespace().world().clock().soon(() -> {
            device.statistics().rxPackets++;
            device.statistics().rxBytes += answer.length();
            device.receive(back);
        });
        return true;
    }

    private static boolean mayBeToldAbout(Ipv4Packet packet) {
        Ipv4Address source = packet.source();
        Ipv4Address destination = packet.destination();
        boolean oneToOne = !destination.isMulticast()
                && !destination.isBroadcast()
                && !source.isMulticast()
                && !source.isBroadcast()
                && !source.isUnspecified()
                && !source.isLoopback();
        boolean error = packet.payload() instanceof IcmpMessage icmp && isError(icmp.type());
        return oneToOne && !error && packet.dontFragment() && !packet.isFragment();
    }

    private static boolean isError(int type) {
        return switch (type) {
            case IcmpMessage.DESTINATION_UNREACHABLE,
                    IcmpMessage.REDIRECT,
                    IcmpMessage.TIME_EXCEEDED,
                    IcmpMessage.PARAMETER_PROBLEM -> true;
            default -> false;
        };
    }
}
