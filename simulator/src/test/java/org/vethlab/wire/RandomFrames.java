package org.vethlab.wire;

import java.util.SplittableRandom;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;

/** Draws frames of every kind from a seed. */
final class RandomFrames {
    private final SplittableRandom random;

    RandomFrames(long seed) {
        random = new SplittableRandom(seed);
    }

    EthernetFrame frame() {
        return new EthernetFrame(mac(), mac(), payload(2));
    }

    byte[] bytes(int bound) {
        byte[] bytes = new byte[random.nextInt(bound)];
        random.nextBytes(bytes);
        return bytes;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private Payload payload(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 ->
                new ArpPacket(
                        random.nextBoolean() ? ArpPacket.Operation.REQUEST : ArpPacket.Operation.REPLY,
                        mac(),
                        ipv4(),
                        mac(),
                        ipv4());
            case 1 -> ipv6Packet();
            case 2, 3 -> ipv4Packet();
            case 4 ->
                new VlanTag(
                        random.nextBoolean() ? VlanTag.DOT1Q : VlanTag.DOT1AD,
                        random.nextInt(8),
                        random.nextInt(4096),
                        payload(depth - 1));
            default -> {
                byte[] bytes = bytes(200);
                yield new RawPayload(random.nextBoolean() ? bytes.length : 0x88cc, bytes);
            }
        };
    }

    private Ipv4Packet ipv4Packet() {
        boolean more = random.nextInt(8) == 0;
        int offset = random.nextInt(8) == 0 ? random.nextInt(0x2000) * 8 : 0;
        return new Ipv4Packet(
                ipv4(),
                ipv4(),
                random.nextInt(256),
                random.nextInt(256),
                random.nextInt(0x10000),
                random.nextBoolean(),
                more,
                offset,
                random.nextInt(4) == 0 ? new HeaderOptions(fixed(4 * random.nextInt(11))) : HeaderOptions.NONE,
                more || offset > 0 ? new RawData(random.nextInt(256), bytes(300)) : ipPayload(false));
    }

    private Ipv6Packet ipv6Packet() {
        return new Ipv6Packet(
                ipv6(),
                ipv6(),
                random.nextInt(256),
                random.nextInt(256),
                random.nextInt(1 << 20),
                random.nextInt(3) == 0 ? HeaderOptions.ROUTER_ALERT : HeaderOptions.NONE,
                ipPayload(true));
    }

    private IpPayload ipPayload(boolean ipv6) {
        return switch (random.nextInt(5)) {
            case 0 -> new UdpDatagram(port(), port(), bytes(300));
            case 1 ->
                new TcpSegment(
                        port(),
                        port(),
                        random.nextLong(1L << 32),
                        random.nextLong(1L << 32),
                        random.nextInt(256),
                        port(),
                        fixed(4 * random.nextInt(11)),
                        bytes(300));
            case 2 -> new RawData(132, bytes(300));
            default ->
                ipv6
                        ? new Icmpv6Message(random.nextInt(256), random.nextInt(256), random.nextInt(), bytes(300))
                        : new IcmpMessage(random.nextInt(256), random.nextInt(256), random.nextInt(), bytes(300));
        };
    }

    private byte[] fixed(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private int port() {
        return random.nextInt(0x10000);
    }

    private MacAddress mac() {
        return new MacAddress(random.nextLong(1L << 48));
    }

    private Ipv4Address ipv4() {
        return new Ipv4Address(random.nextInt());
    }

    private Ipv6Address ipv6() {
        return new Ipv6Address(random.nextLong(), random.nextLong());
    }
}
