package org.vethlab.wire;

/** What an Ethernet frame or a VLAN tag carries. */
public sealed interface Payload permits ArpPacket, Ipv4Packet, Ipv6Packet, VlanTag, RawPayload {
    /** The EtherType that announces this payload; below 1536 it is an IEEE 802.3 length. */
    int etherType();

    /** Length in bytes. */
    int length();
}
