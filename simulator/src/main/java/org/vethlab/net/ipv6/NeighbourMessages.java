package org.vethlab.net.ipv6;

import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.HeaderOptions;
import org.vethlab.wire.Icmpv6Message;
import org.vethlab.wire.Ipv6Packet;

/** The messages of neighbour discovery and multicast listener discovery that are sent (RFC 4861; RFC 3810). */
final class NeighbourMessages {
    /** All MLDv2-capable routers: ff02::16. */
    static final Ipv6Address MLD_ROUTERS = new Ipv6Address(0xff02_0000_0000_0000L, 0x16);

    private static final int SOURCE_LINK_ADDRESS = 1;
    private static final int TARGET_LINK_ADDRESS = 2;
    private static final int NONCE = 14;
    private static final int OVERRIDE = 0x2000_0000;
    private static final int HOP_LIMIT = 255;
    private static final int RECORD_LENGTH = 20;

    private NeighbourMessages() {}

    /** Asks, from no address, whether anybody has an address; the nonce tells one's own question if it comes back. */
    static Ipv6Packet duplicateProbe(Ipv6Address target, long nonce) {
        ByteWriter data = new ByteWriter(24).ipv6(target);
        if (nonce != 0) {
            data.u8(NONCE).u8(1).u16((int) (nonce >>> 32)).u32((int) nonce);
        }
        Icmpv6Message message = new Icmpv6Message(Icmpv6Message.NEIGHBOR_SOLICITATION, 0, 0, data.toByteArray());
        return new Ipv6Packet(Ipv6Address.ANY, target.solicitedNode(), HOP_LIMIT, 0, 0, message);
    }

    /** Tells all nodes that an address is in use (RFC 4861, 7.2.4, answer to the unspecified address). */
    static Ipv6Packet defence(Ipv6Address target, MacAddress mac) {
        ByteWriter data =
                new ByteWriter(24).ipv6(target).u8(TARGET_LINK_ADDRESS).u8(1).mac(mac);
        Icmpv6Message message =
                new Icmpv6Message(Icmpv6Message.NEIGHBOR_ADVERTISEMENT, 0, OVERRIDE, data.toByteArray());
        return new Ipv6Packet(target, Ipv6Address.ALL_NODES, HOP_LIMIT, 0, 0, message);
    }

    static Ipv6Packet routerSolicitation(Ipv6Address source, MacAddress mac) {
        byte[] data = new ByteWriter(8).u8(SOURCE_LINK_ADDRESS).u8(1).mac(mac).toByteArray();
        Icmpv6Message message = new Icmpv6Message(Icmpv6Message.ROUTER_SOLICITATION, 0, 0, data);
        return new Ipv6Packet(source, Ipv6Address.ALL_ROUTERS, HOP_LIMIT, 0, 0, message);
    }

    static Ipv6Packet listenerReport(Ipv6Address source, Iterable<ListenerRecord> records) {
        ByteWriter data = new ByteWriter(RECORD_LENGTH);
        int count = 0;
        for (ListenerRecord record : records) {
            data.u8(record.type().code()).u8(0).u16(0).ipv6(record.group());
            count++;
        }
        Icmpv6Message message = new Icmpv6Message(Icmpv6Message.MLD2_REPORT, 0, count, data.toByteArray());
        return new Ipv6Packet(source, MLD_ROUTERS, 1, 0, 0, message).withHopByHop(HeaderOptions.ROUTER_ALERT);
    }
}
