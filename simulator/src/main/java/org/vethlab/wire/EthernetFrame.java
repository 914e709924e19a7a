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
}
