package org.vethlab.wire;

import java.util.Arrays;

/** A TCP segment (RFC 9293); {@code flags} as in the header's low eight bits. The arrays are never changed. */
public record TcpSegment(
        int sourcePort,
        int destinationPort,
        long sequence,
        long acknowledgment,
        int flags,
        int window,
        byte[] options,
        byte[] data)
        implements IpPayload {
    public static final int PROTOCOL = 6;
    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int PSH = 8;
    public static final int ACK = 16;

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    @Override
    public int protocol() {
        return PROTOCOL;
    }

    @Override
    public int length() {
        return 20 + options.length + data.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TcpSegment tcp
                && sourcePort == tcp.sourcePort
                && destinationPort == tcp.destinationPort
                && sequence == tcp.sequence
                && acknowledgment == tcp.acknowledgment
                && flags == tcp.flags
                && window == tcp.window
                && Arrays.equals(options, tcp.options)
                && Arrays.equals(data, tcp.data);
    }

    @Override
    public int hashCode() {
        return (31 * sourcePort + destinationPort) * 31 + (int) sequence * 7 + (int) acknowledgment + flags;
    }
}
