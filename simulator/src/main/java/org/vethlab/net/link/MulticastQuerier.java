package org.vethlab.net.link;

import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.time.Timer;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.Checksum;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.HeaderOptions;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RawData;

/**
 * The bridge in place of a multicast router: it asks for the members of groups (RFC 2236, 3), and once they had time to
 * answer, frames for a group go to its members only. Of IGMP alone: for IPv6 the bridge stays as if there were no querier.
 */
final class MulticastQuerier {
    private static final int IGMP = 2;
    private static final int MEMBERSHIP_QUERY = 0x11;
    private static final int INTERNETWORK_CONTROL = 0xc0;
    private static final long TENTH = 100_000_000L;
    private static final Ipv4Address ALL_HOSTS = new Ipv4Address(0xe000_0001);
    private static final MacAddress ALL_HOSTS_MAC = new MacAddress(0x0100_5e00_0001L);
    private static final HeaderOptions ROUTER_ALERT = new HeaderOptions(new byte[] {(byte) 0x94, 4, 0, 0});

    private final Bridge bridge;
    private final Timer timer;
    private long sent;
    private long trustedFrom;

    MulticastQuerier(Bridge bridge) {
        this.bridge = bridge;
        this.timer = bridge.clock().idle(this::ask);
    }

    /** The bridge was set up, or told to ask (br_multicast_set_querier). */
    void start() {
        if (bridge.isUp() && isWanted()) {
            sent = 0;
            trustedFrom = bridge.clock().now() + bridge.nanos(BridgeOption.MCAST_QUERY_RESPONSE_INTERVAL);
            bridge.clock().start(timer, 0);
        }
    }

    void stop() {
        timer.cancel();
    }

    private boolean isWanted() {
        return bridge.option(BridgeOption.MCAST_QUERIER) != 0 && bridge.option(BridgeOption.MCAST_SNOOPING) != 0;
    }

    /** Whether what is known of groups can be relied upon (br_multicast_querier_exists). */
    boolean exists() {
        return timer.isPending() && isWanted() && bridge.clock().now() >= trustedFrom;
    }

    private void ask() {
        if (!isWanted()) {
            return;
        }
        EthernetFrame query = query();
        for (BridgePort port : bridge.ports()) {
            if (port.learns()) {
                port.device().transmit(query);
            }
        }
        bridge.receive(query, PacketType.MULTICAST);
        sent++;
        boolean starting = sent < bridge.option(BridgeOption.MCAST_STARTUP_QUERY_COUNT);
        bridge.clock()
                .start(
                        timer,
                        bridge.nanos(
                                starting
                                        ? BridgeOption.MCAST_STARTUP_QUERY_INTERVAL
                                        : BridgeOption.MCAST_QUERY_INTERVAL));
    }

    /** To all hosts, about all groups, from no address: a bridge needs none (br_ip4_multicast_alloc_query). */
    private EthernetFrame query() {
        int responseTime = (int) Math.min(255, bridge.nanos(BridgeOption.MCAST_QUERY_RESPONSE_INTERVAL) / TENTH);
        byte[] message = new ByteWriter(8)
                .u8(MEMBERSHIP_QUERY)
                .u8(responseTime)
                .u16(0)
                .u32(0)
                .toByteArray();
        int checksum = Checksum.of(Checksum.sum(message, 0, message.length));
        message[2] = (byte) (checksum >>> 8);
        message[3] = (byte) checksum;
        RawData payload = new RawData(IGMP, message);
        Ipv4Packet packet =
                new Ipv4Packet(source(), ALL_HOSTS, 1, INTERNETWORK_CONTROL, 0, true, false, 0, ROUTER_ALERT, payload);
        return new EthernetFrame(ALL_HOSTS_MAC, bridge.address(), packet);
    }

    private Ipv4Address source() {
        if (bridge.option(BridgeOption.MCAST_QUERY_USE_IFADDR) == 0) {
            return Ipv4Address.ANY;
        }
        return bridge.namespace().ipv4().addresses().of(bridge).stream()
                .map(own -> own.local())
                .findFirst()
                .orElse(Ipv4Address.ANY);
    }
}
