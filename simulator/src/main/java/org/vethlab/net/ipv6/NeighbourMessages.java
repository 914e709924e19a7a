package org.vethlab.net.ipv6;

import java.util.Arrays;
import java.util.Optional;
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

    static final int SOURCE_LINK_ADDRESS = 1;
    static final int TARGET_LINK_ADDRESS = 2;
    static final int NONCE = 14;
    static final int ROUTER = 0x8000_0000;
    static final int SOLICITED = 0x4000_0000;
    static final int OVERRIDE = 0x2000_0000;
    private static final int REDIRECTED_HEADER = 4;

    /** What a redirect may quote within the least MTU: 1280 less the headers of IPv6, redirect and option. */
    private static final int REDIRECT_ROOM = 1280 - 40 - 40 - 8;

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

    /** Asks where a neighbour is, and tells where the asker is. @param whom the target itself, or its group */
    static Ipv6Packet solicitation(Ipv6Address source, Ipv6Address whom, Ipv6Address target, MacAddress mac) {
        ByteWriter data =
                new ByteWriter(24).ipv6(target).u8(SOURCE_LINK_ADDRESS).u8(1).mac(mac);
        Icmpv6Message message = new Icmpv6Message(Icmpv6Message.NEIGHBOR_SOLICITATION, 0, 0, data.toByteArray());
        return new Ipv6Packet(source, whom, HOP_LIMIT, 0, 0, message);
    }

    /**
     * What an advertisement says (RFC 4861, 4.4).
     *
     * @param mac told only where the asker may not know it
     */
    record Advertisement(
            Ipv6Address target, boolean router, boolean solicited, boolean override, Optional<MacAddress> mac) {
        Ipv6Packet packet(Ipv6Address source, Ipv6Address destination) {
            ByteWriter data = new ByteWriter(24).ipv6(target);
            mac.ifPresent(own -> data.u8(TARGET_LINK_ADDRESS).u8(1).mac(own));
            int flags = (router ? ROUTER : 0) | (solicited ? SOLICITED : 0) | (override ? OVERRIDE : 0);
            Icmpv6Message message =
                    new Icmpv6Message(Icmpv6Message.NEIGHBOR_ADVERTISEMENT, 0, flags, data.toByteArray());
            return new Ipv6Packet(source, destination, HOP_LIMIT, 0, 0, message);
        }
    }

    /** Says that a destination is better reached by another neighbour (RFC 4861, 4.5). */
    static Ipv6Packet redirect(Ipv6Address source, Ipv6Packet about, Ipv6Address target, Optional<MacAddress> mac) {
        ByteWriter data = new ByteWriter(128).ipv6(target).ipv6(about.destination());
        mac.ifPresent(known -> data.u8(TARGET_LINK_ADDRESS).u8(1).mac(known));
        byte[] whole = about.toByteArray();
        int most = REDIRECT_ROOM - (mac.isPresent() ? 8 : 0);
        int quoted = Math.min(whole.length, most) / 8 * 8;
        data.u8(REDIRECTED_HEADER).u8(quoted / 8 + 1).u16(0).u32(0).bytes(Arrays.copyOf(whole, quoted));
        Icmpv6Message message = new Icmpv6Message(Icmpv6Message.REDIRECT, 0, 0, data.toByteArray());
        return new Ipv6Packet(source, about.source(), HOP_LIMIT, 0, 0, message);
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
