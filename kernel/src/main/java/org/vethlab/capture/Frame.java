package org.vethlab.capture;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.link.PacketType;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.LinkType;

/**
 * A frame's bytes.
 *
 * @param bytes never changed
 * @param length of the whole frame, of which perhaps not all was captured
 */
public record Frame(LinkType link, byte[] bytes, int length) {
    private static final int ETHERNET_HEADER = 14;
    private static final int COOKED_HEADER = 20;
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;

    /** Who put it on the wire; empty if there is no link layer. */
    public Optional<MacAddress> source() {
        return switch (link) {
            case ETHERNET -> mac(6);
            case LINUX_SLL2 -> mac(12);
            default -> Optional.empty();
        };
    }

    /** Whom it is for; empty if there is no link layer, or if the cooked header has left it out. */
    public Optional<MacAddress> destination() {
        return link == LinkType.ETHERNET ? mac(0) : Optional.empty();
    }

    private Optional<MacAddress> mac(int at) {
        if (bytes.length < at + 6) {
            return Optional.empty();
        }
        ByteReader in = new ByteReader(bytes);
        in.skip(at);
        MacAddress address = in.mac();
        return address.equals(MacAddress.ZERO) ? Optional.empty() : Optional.of(address);
    }

    /** What stays the same from device to device on the frame's way: all but tags of VLANs and the cooked header. */
    Object identity() {
        int header = headerLength();
        if (bytes.length < header) {
            return ByteBuffer.wrap(bytes);
        }
        ByteBuffer key = ByteBuffer.allocate(bytes.length + 8);
        key.putLong(source().map(MacAddress::bits).orElse(0L));
        return key.put(bytes, header, bytes.length - header).flip();
    }

    private int headerLength() {
        return switch (link) {
            case ETHERNET -> ETHERNET_HEADER + tags();
            case LINUX_SLL2 -> COOKED_HEADER;
            default -> 0;
        };
    }

    /** How many bytes tags of 802.1Q and 802.1ad take. */
    private int tags() {
        int length = 0;
        while (bytes.length >= ETHERNET_HEADER + length + 4 && isTag(etherType(12 + length))) {
            length += 4;
        }
        return length;
    }

    private static boolean isTag(int type) {
        return type == 0x8100 || type == 0x88a8;
    }

    private int etherType(int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    /** The same under the header that frames of all devices have in common (LINUX_SLL2), as {@code tcpdump -i any} writes it. */
    Frame cooked(PacketType type, int interfaceIndex, int hardwareType) {
        if (link == LinkType.LINUX_SLL2 || bytes.length < headerLength()) {
            return this;
        }
        int header = link == LinkType.ETHERNET ? ETHERNET_HEADER : 0;
        int protocol = link == LinkType.ETHERNET ? etherType(12) : bytes[0] >> 4 == 6 ? IPV6 : IPV4;
        ByteWriter out = new ByteWriter(bytes.length - header + COOKED_HEADER);
        out.u16(protocol < 1536 ? 4 : protocol).u16(0).u32(interfaceIndex).u16(hardwareType);
        out.u8(type.code()).u8(header == 0 ? 0 : 6);
        out.mac(source().orElse(MacAddress.ZERO)).u16(0);
        out.bytes(java.util.Arrays.copyOfRange(bytes, header, bytes.length));
        return new Frame(LinkType.LINUX_SLL2, out.toByteArray(), length - header + COOKED_HEADER);
    }
}
