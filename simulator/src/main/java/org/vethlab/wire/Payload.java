package org.vethlab.wire;

/** What an Ethernet frame or a VLAN tag carries. */
public sealed interface Payload permits ArpPacket, Ipv4Packet, Ipv6Packet, VlanTag, RawPayload {
    /** The EtherType that announces this payload; below 1536 it is an IEEE 802.3 length. */
    int etherType();

    /** Length in bytes. */
    int length();

    void write(ByteWriter out, ChecksumOffload offload);

    /** Reads what an EtherType announces; a type without a record of its own gives {@link RawPayload}. */
    static Payload read(int etherType, ByteReader in) {
        return switch (etherType) {
            case ArpPacket.ETHER_TYPE -> ArpPacket.read(in);
            case Ipv4Packet.ETHER_TYPE -> Ipv4Packet.read(in);
            case Ipv6Packet.ETHER_TYPE -> Ipv6Packet.read(in);
            case VlanTag.DOT1Q, VlanTag.DOT1AD -> VlanTag.read(etherType, in);
            default -> RawPayload.read(etherType, in);
        };
    }
}
