package org.vethlab.program.tcpdump;

import java.util.Arrays;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.program.tcpdump.filter.FilterInput;
import org.vethlab.program.tcpdump.filter.LinkLayer;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.ChecksumOffload;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Frames;
import org.vethlab.wire.LinkType;
import org.vethlab.wire.VlanTag;

/**
 * A frame as a packet socket hands it over: the outermost VLAN tag beside the bytes, a cooked header instead of the
 * Ethernet header when all devices are captured.
 *
 * @param bytes what is printed and written
 */
record CapturedFrame(byte[] bytes, FilterInput filterInput) {
    private static final int HEADER = EthernetFrame.HEADER_LENGTH;

    /** What stands before the packets of one device (map_arphrd_to_dlt of libpcap). */
    static LinkType linkType(Device device) {
        return switch (device.hardwareType()) {
            case ETHER, LOOPBACK -> LinkType.ETHERNET;
            case IPGRE -> LinkType.LINUX_SLL;
            case TUNNEL, TUNNEL6, SIT, IP6GRE, NONE -> LinkType.RAW;
        };
    }

    /** Where a filter finds the fields behind it. */
    static LinkLayer.Kind layout(LinkType link) {
        return switch (link) {
            case ETHERNET -> LinkLayer.Kind.ETHERNET;
            case LINUX_SLL -> LinkLayer.Kind.COOKED;
            case LINUX_SLL2 -> LinkLayer.Kind.COOKED2;
            default -> LinkLayer.Kind.RAW_IP;
        };
    }

    static CapturedFrame of(LinkType link, Device device, PacketType type, EthernetFrame frame) {
        boolean tagged = frame.payload() instanceof VlanTag;
        EthernetFrame untagged = frame.payload() instanceof VlanTag tag
                ? new EthernetFrame(frame.destination(), frame.source(), tag.payload())
                : frame;
        byte[] plain = Frames.write(untagged, ChecksumOffload.TRANSMIT);
        byte[] filtered = switch (link) {
            case ETHERNET -> plain;
            case LINUX_SLL -> cookWithoutDevice(plain, device, type);
            case RAW -> Arrays.copyOfRange(plain, HEADER, plain.length);
            default -> cook(plain, device, type);
        };
        // libpcap puts the tag back into an Ethernet frame; a cooked header has no place for it
        byte[] printed = tagged && link == LinkType.ETHERNET ? Frames.write(frame, ChecksumOffload.TRANSMIT) : filtered;
        int vlan = frame.payload() instanceof VlanTag tag ? tag.priority() << 13 | tag.id() : -1;
        FilterInput input =
                new FilterInput(filtered, filtered.length, vlan, type == PacketType.OUTGOING, device.index());
        return new CapturedFrame(printed, input);
    }

    /** The header of LINUX_SLL: kind of packet, hardware type, source address, protocol. */
    private static byte[] cookWithoutDevice(byte[] frame, Device device, PacketType type) {
        ByteWriter out = new ByteWriter(frame.length + 2);
        out.u16(type.code()).u16(device.hardwareType().code()).u16(0).u32(0).u32(0);
        out.bytes(Arrays.copyOfRange(frame, HEADER - 2, frame.length));
        return out.toByteArray();
    }

    /** The header of LINUX_SLL2: protocol, device, hardware type, kind of packet, source address. */
    private static byte[] cook(byte[] frame, Device device, PacketType type) {
        int etherType = (frame[12] & 0xff) << 8 | frame[13] & 0xff;
        ByteWriter out = new ByteWriter(frame.length + 6);
        out.u16(etherType < 1536 ? 4 : etherType).u16(0).u32(device.index());
        out.u16(device.hardwareType().code());
        out.u8(type.code()).u8(6).bytes(Arrays.copyOfRange(frame, 6, 12)).u16(0);
        return out.bytes(Arrays.copyOfRange(frame, HEADER, frame.length)).toByteArray();
    }
}
