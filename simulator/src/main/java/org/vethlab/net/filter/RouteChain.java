package org.vethlab.net.filter;

import org.vethlab.addr.IpAddress;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;

/** A chain of type route in OUTPUT: if it changes what a route depends on, the route is looked up again (nft_chain_route.c). */
final class RouteChain {
    private RouteChain() {}

    private record Key(IpAddress source, IpAddress destination, int service, int mark) {}

    static Verdict run(Chain chain, PacketContext packet) {
        Key before = key(packet);
        Verdict verdict = Evaluation.run(chain, packet);
        if (verdict == Verdict.ACCEPT && !key(packet).equals(before)) {
            packet.metadata().setReroute(true);
        }
        return verdict;
    }

    private static Key key(PacketContext packet) {
        Payload payload = packet.packet();
        int mark = packet.metadata().mark();
        if (payload instanceof Ipv6Packet ipv6) {
            return new Key(ipv6.source(), ipv6.destination(), ipv6.trafficClass(), mark);
        }
        Ipv4Packet ipv4 = (Ipv4Packet) payload;
        return new Key(ipv4.source(), ipv4.destination(), ipv4.tos(), mark);
    }
}
