package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.wire.GreHeader;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RawData;

/** The IP tunnels whose packets a namespace carries (struct ip_tunnel_net). */
public final class IpTunnels {
    private final List<IpTunnel> tunnels = new ArrayList<>();

    /** In the order in which they were made. */
    public List<IpTunnel> all() {
        return List.copyOf(tunnels);
    }

    void add(IpTunnel tunnel) {
        tunnels.add(tunnel);
    }

    void remove(IpTunnel tunnel) {
        tunnels.remove(tunnel);
    }

    boolean exists(IpTunnelKind kind, IpTunnelSettings settings) {
        return tunnels.stream()
                .anyMatch(known -> known.tunnelKind() == kind
                        && !known.isFallback()
                        && known.settings4().sameEnds(settings));
    }

    /** A packet has arrived that may be a tunnel's. @return whether one takes it */
    public boolean receive(Ipv4Packet packet) {
        if (!(packet.payload() instanceof RawData data)) {
            return false;
        }
        Optional<GreHeader> gre =
                data.protocol() == GreHeader.PROTOCOL ? GreHeader.read(data.bytes()) : Optional.empty();
        if (data.protocol() == GreHeader.PROTOCOL && gre.isEmpty()) {
            return false;
        }
        Optional<IpTunnel> tunnel = find(data.protocol(), gre, packet.source(), packet.destination());
        tunnel.ifPresent(found -> found.receive(packet, data, gre));
        return tunnel.isPresent();
    }

    /** Both ends are better than one, and any tunnel better than the fallback device (ip_tunnel_lookup). */
    private Optional<IpTunnel> find(int protocol, Optional<GreHeader> gre, Ipv4Address remote, Ipv4Address local) {
        IpTunnel best = null;
        int most = -1;
        for (IpTunnel tunnel : tunnels) {
            int score = score(tunnel, protocol, gre, remote, local);
            if (score > most) {
                best = tunnel;
                most = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int score(
            IpTunnel tunnel, int protocol, Optional<GreHeader> gre, Ipv4Address remote, Ipv4Address local) {
        boolean frames = gre.map(GreHeader::carriesFrames).orElse(false);
        boolean kindFits = tunnel.tunnelKind().protocol() == protocol
                && tunnel.tunnelKind() != IpTunnelKind.ERSPAN
                && tunnel.tunnelKind().carriesFrames() == frames;
        IpTunnelSettings settings = tunnel.settings4();
        OptionalInt key = gre.map(GreHeader::key).orElse(OptionalInt.empty());
        if (!kindFits || !tunnel.isUp() || !settings.receivedKey().equals(key)) {
            return -1;
        }
        boolean remoteFits =
                settings.remote().isEmpty() || settings.remote().get().equals(remote);
        boolean localFits = settings.local().isEmpty() || settings.local().get().equals(local);
        if (!remoteFits || !localFits) {
            return -1;
        }
        return (settings.remote().isPresent() ? 4 : 0)
                + (settings.local().isPresent() ? 2 : 0)
                + (tunnel.isFallback() ? 0 : 1);
    }

    /** An ICMP error about a packet of a tunnel has come (ipip_err, gre_err). */
    public void error(Ipv4Packet quoted, int type, int code) {
        for (IpTunnel tunnel : all()) {
            if (tunnel.tunnelKind().protocol() == quoted.payload().protocol()
                    && tunnel.settings4()
                            .remote()
                            .filter(quoted.destination()::equals)
                            .isPresent()) {
                tunnel.failed(type, code);
            }
        }
    }
}
