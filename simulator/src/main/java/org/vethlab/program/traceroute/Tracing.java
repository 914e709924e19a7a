package org.vethlab.program.traceroute;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.socket.RawSocket;
import org.vethlab.net.socket.SendRequest;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.net.socket.UdpSocket;
import org.vethlab.program.Context;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.UdpDatagram;

/** What the methods share: the settings, the sockets' options, the time. */
record Tracing(Context context, TraceSettings settings) {
    private static final int DEFAULT_DATA = 40;

    long now() {
        return context.clock().now();
    }

    /** Lets time go by, whatever comes meanwhile. */
    void workFor(long nanos) {
        context.sleep(nanos);
    }

    void wake() {
        context.process().wake();
    }

    SplittableRandom random() {
        return context.net().world().random();
    }

    /** Length of the whole packet: as asked for, but room for the headers there must be. */
    int packetLength(int headerLength) {
        int asked = settings.packetLength() < 0 ? ipHeader() + DEFAULT_DATA : settings.packetLength();
        return Math.max(asked, headerLength);
    }

    private int ipHeader() {
        return settings.destination6().isPresent() ? Ipv6Packet.HEADER_LENGTH : Ipv4Packet.HEADER_LENGTH;
    }

    /** Letters from @ on, up to the length of the packet. */
    byte[] data(int headerLength) {
        byte[] data = new byte[packetLength(headerLength) - headerLength];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (0x40 + (i & 0x3f));
        }
        return data;
    }

    SendRequest request(int ttl, IpPayload payload) {
        return new SendRequest(
                settings.destination(),
                settings.source(),
                settings.device(context),
                ttl,
                settings.tos(),
                settings.dontFragment() ? PathMtuDiscovery.PROBE : PathMtuDiscovery.DONT,
                false,
                settings.mark(),
                payload);
    }

    /** Binds a raw socket, and looks whether there is a way at all, as connect(2) does. */
    void prepare(RawSocket socket) {
        settings.device(context).ifPresent(socket::bindToDevice);
        try (UdpSocket probe = context.net().sockets().openUdp()) {
            settings.source().ifPresent(source -> bind(socket, source));
            probe.connect(request(0, new UdpDatagram(0, 1, new byte[0])));
        } catch (NetException e) {
            throw new ProbeException("connect", e.errno());
        }
    }

    private static void bind(RawSocket socket, org.vethlab.addr.Ipv4Address source) {
        try {
            socket.bind(source);
        } catch (NetException e) {
            throw new ProbeException("bind", e.errno());
        }
    }

    /** Sends; what ICMP will tell of later is no error, and a full queue is tried again. @return whether it was sent */
    boolean attempt(Probe probe, SendRequest request, Consumer<SendRequest> sending) {
        return attempt(
                probe, () -> sending.accept(request), () -> context.net().ipv4().pathMtu(request));
    }

    /** @param pathMtu what the packet is too big for, if it is */
    boolean attempt(Probe probe, Runnable sending, IntSupplier pathMtu) {
        try {
            sending.run();
            return true;
        } catch (NetException e) {
            if (e.errno() == Errno.ENOBUFS || e.errno() == Errno.EAGAIN) {
                return false;
            }
            if (e.errno() == Errno.EMSGSIZE) {
                probe.refuse("!F-" + pathMtu.getAsInt(), now());
                return true;
            }
            if (e.errno() == Errno.ECONNREFUSED) {
                return true;
            }
            throw new ProbeException("send", e.errno());
        }
    }
}
