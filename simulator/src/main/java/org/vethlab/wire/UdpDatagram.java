package org.vethlab.wire;

import java.util.Arrays;

/** A UDP datagram (RFC 768). The array is never changed. */
public record UdpDatagram(int sourcePort, int destinationPort, byte[] data) implements IpPayload {
    public static final int PROTOCOL = 17;

    @Override
    public int protocol() {
        return PROTOCOL;
    }

    @Override
    public int length() {
        return 8 + data.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UdpDatagram udp
                && sourcePort == udp.sourcePort
                && destinationPort == udp.destinationPort
                && Arrays.equals(data, udp.data);
    }

    @Override
    public int hashCode() {
        return (31 * sourcePort + destinationPort) * 31 + Arrays.hashCode(data);
    }
}
