package org.vethlab.wire;

import org.vethlab.addr.MacAddress;

/** An Ethernet II frame without its check sequence (IEEE 802.3; RFC 894). */
public record EthernetFrame(MacAddress destination, MacAddress source, Payload payload) {
    /** Bytes of the header: two addresses and the type. */
    public static final int HEADER_LENGTH = 14;

    /** Length in bytes, header included; frames are not padded, as on veth. */
    public int length() {
        return HEADER_LENGTH + payload.length();
    }

    void write(ByteWriter out, ChecksumOffload offload) {
        out.mac(destination).mac(source).u16(payload.etherType());
        payload.write(out, offload);
    }

    static EthernetFrame read(ByteReader in) {
        return new EthernetFrame(in.mac(), in.mac(), Payload.read(in.u16(), in));
    }
}
