package org.vethlab.net.ipv4;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vethlab.net.route.RouteType;
import org.vethlab.wire.Ipv4Packet;

/** The counters of a namespace's IPv4 stack ({@code /proc/net/snmp}). */
public final class Counters {
    /** By the two bits of explicit congestion notification (RFC 3168). */
    private static final List<Counter> CONGESTION =
            List.of(Counter.IpExtInNoECTPkts, Counter.IpExtInECT1Pkts, Counter.IpExtInECT0Pkts, Counter.IpExtInCEPkts);

    private final Map<Counter, Long> values = new EnumMap<>(Counter.class);

    public long get(Counter counter) {
        return values.getOrDefault(counter, 0L);
    }

    public void count(Counter counter) {
        add(counter, 1);
    }

    private void add(Counter counter, long amount) {
        values.merge(counter, amount, Long::sum);
    }

    /** A packet came in (ip_rcv_core). */
    void received(Ipv4Packet packet) {
        count(Counter.IpInReceives);
        add(Counter.IpExtInOctets, packet.length());
        count(CONGESTION.get(packet.tos() & 3));
    }

    /** A packet that came in was to many, or not (ip_rcv_finish_core). */
    void routed(RouteType type, Ipv4Packet packet) {
        if (type == RouteType.MULTICAST) {
            count(Counter.IpExtInMcastPkts);
            add(Counter.IpExtInMcastOctets, packet.length());
        } else if (type == RouteType.BROADCAST) {
            count(Counter.IpExtInBcastPkts);
            add(Counter.IpExtInBcastOctets, packet.length());
        }
    }

    /** A packet is on its way to its device, before netfilter has its last say (ip_output). */
    void leaving(Ipv4Packet packet) {
        count(Counter.IpOutTransmits);
        add(Counter.IpExtOutOctets, packet.length());
    }

    /** A packet goes out to many, or not (ip_finish_output2). */
    void left(RouteType type, Ipv4Packet packet) {
        if (type == RouteType.MULTICAST) {
            count(Counter.IpExtOutMcastPkts);
            add(Counter.IpExtOutMcastOctets, packet.length());
        } else if (type == RouteType.BROADCAST) {
            count(Counter.IpExtOutBcastPkts);
            add(Counter.IpExtOutBcastOctets, packet.length());
        }
    }
}
