package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.Optional;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.link.Device;

/** Reads what is known of a packet (nft_meta_get_eval). */
final class MetaValues {
    private static final int IPV4_FAMILY = 2;
    private static final int IPV6_FAMILY = 10;
    private static final int ETHERNET = 1;
    private static final int LOOPBACK = 772;

    private MetaValues() {}

    static Optional<BigInteger> load(MetaKey key, PacketContext packet) {
        return switch (key) {
            case LENGTH -> number(packet.length());
            case PROTOCOL -> number(packet.packet().etherType());
            case PRIORITY -> number(packet.metadata().priority());
            case MARK -> number(packet.metadata().mark());
            case INPUT_INDEX -> index(packet.input());
            case OUTPUT_INDEX -> index(packet.output());
            case INPUT_NAME -> packet.input().map(device -> Registers.ofName(device.name()));
            case OUTPUT_NAME -> packet.output().map(device -> Registers.ofName(device.name()));
            case INPUT_TYPE -> packet.input().map(MetaValues::hardware);
            case OUTPUT_TYPE -> packet.output().map(MetaValues::hardware);
            case INPUT_KIND -> packet.input().map(device -> Registers.ofName(device.kind()));
            case OUTPUT_KIND -> packet.output().map(device -> Registers.ofName(device.kind()));
            case INPUT_GROUP -> packet.input().map(device -> BigInteger.valueOf(device.group()));
            case OUTPUT_GROUP -> packet.output().map(device -> BigInteger.valueOf(device.group()));
            case BRIDGE_INPUT_NAME -> bridge(packet.input());
            case BRIDGE_OUTPUT_NAME -> bridge(packet.output());
            case TRACE -> number(packet.metadata().isTraced() ? 1 : 0);
            case PACKET_TYPE -> number(packet.metadata().type().code());
            case FAMILY -> family(packet);
            case TRANSPORT -> packet.protocol() < 0 ? Optional.empty() : number(packet.protocol());
            case RANDOM -> number(packet.namespace().world().random().nextInt());
            case CPU, CGROUP, ROUTING_CLASS -> number(0);
            case SOCKET_USER, SOCKET_GROUP -> packet.input().isPresent() ? Optional.empty() : number(0);
            case TIME, DAY, HOUR, BRIDGE_PVID, BRIDGE_VLAN_PROTOCOL, SLAVE_INDEX, SLAVE_NAME -> Optional.empty();
        };
    }

    private static Optional<BigInteger> number(long value) {
        return Optional.of(BigInteger.valueOf(value & 0xffff_ffffL));
    }

    /** Where there is no device, its number is 0 (nft_meta_store_ifindex); its name is nothing at all. */
    private static Optional<BigInteger> index(Optional<Device> device) {
        return number(device.map(Device::index).orElse(0));
    }

    private static BigInteger hardware(Device device) {
        return BigInteger.valueOf(device.kind().equals("loopback") ? LOOPBACK : ETHERNET);
    }

    private static Optional<BigInteger> bridge(Optional<Device> port) {
        return port.flatMap(Device::master).map(bridge -> Registers.ofName(bridge.name()));
    }

    private static Optional<BigInteger> family(PacketContext packet) {
        if (packet.family() == Family.IP || packet.family() == Family.IP6) {
            return number(packet.family() == Family.IP ? IPV4_FAMILY : IPV6_FAMILY);
        }
        return number(packet.family().number());
    }
}
