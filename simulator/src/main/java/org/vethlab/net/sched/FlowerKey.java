package org.vethlab.net.sched;

import java.util.function.Predicate;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;
import org.vethlab.wire.VlanTag;

/**
 * A field that flower compares.
 *
 * @param field which one
 * @param text the value as a dump shows it
 * @param test whether a frame has it
 */
public record FlowerKey(Field field, String text, Predicate<EthernetFrame> test) {
    /** The fields, in the order in which a dump shows them. */
    public enum Field {
        VLAN_ID("vlan_id"),
        DST_MAC("dst_mac"),
        SRC_MAC("src_mac"),
        ETH_TYPE("eth_type"),
        IP_PROTO("ip_proto"),
        IP_TOS("ip_tos"),
        IP_TTL("ip_ttl"),
        DST_IP("dst_ip"),
        SRC_IP("src_ip"),
        DST_PORT("dst_port"),
        SRC_PORT("src_port");

        private final String text;

        Field(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public static FlowerKey mac(Field field, MacAddress address) {
        return new FlowerKey(
                field,
                address.toString(),
                frame -> (field == Field.DST_MAC ? frame.destination() : frame.source()).equals(address));
    }

    /** @param text as the user gave it, without {@code /32} */
    public static FlowerKey address(Field field, int network, int length, String text) {
        int mask = length == 0 ? 0 : -1 << 32 - length;
        return new FlowerKey(field, text, frame -> {
            if (!(frame.payload() instanceof Ipv4Packet packet)) {
                return false;
            }
            Ipv4Address address = field == Field.DST_IP ? packet.destination() : packet.source();
            return (address.bits() & mask) == (network & mask);
        });
    }

    public static FlowerKey protocol(int number, String text) {
        return new FlowerKey(
                Field.IP_PROTO,
                text,
                frame -> frame.payload() instanceof Ipv4Packet packet
                        && packet.payload().protocol() == number);
    }

    public static FlowerKey port(Field field, int port) {
        return new FlowerKey(field, Integer.toString(port), frame -> portOf(field, frame) == port);
    }

    private static int portOf(Field field, EthernetFrame frame) {
        if (!(frame.payload() instanceof Ipv4Packet packet)) {
            return -1;
        }
        boolean destination = field == Field.DST_PORT;
        if (packet.payload() instanceof TcpSegment segment) {
            return destination ? segment.destinationPort() : segment.sourcePort();
        }
        if (packet.payload() instanceof UdpDatagram datagram) {
            return destination ? datagram.destinationPort() : datagram.sourcePort();
        }
        return -1;
    }

    public static FlowerKey tos(int tos, String text) {
        return new FlowerKey(
                Field.IP_TOS, text, frame -> frame.payload() instanceof Ipv4Packet packet && packet.tos() == tos);
    }

    public static FlowerKey ttl(int ttl, String text) {
        return new FlowerKey(
                Field.IP_TTL, text, frame -> frame.payload() instanceof Ipv4Packet packet && packet.ttl() == ttl);
    }

    public static FlowerKey vlan(int id) {
        return new FlowerKey(
                Field.VLAN_ID, Integer.toString(id), frame -> frame.payload() instanceof VlanTag tag && tag.id() == id);
    }

    /** What the protocol of the filter demands anyway. */
    public static FlowerKey etherType(String text) {
        return new FlowerKey(Field.ETH_TYPE, text, frame -> true);
    }
}
