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
    public static final int HEADER_LENGTH = 20;
    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int PSH = 8;
    public static final int ACK = 16;

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** The segment with other options: their length must be a multiple of 4. */
    public TcpSegment withOptions(byte[] newOptions) {
        return new TcpSegment(sourcePort, destinationPort, sequence, acknowledgment, flags, window, newOptions, data);
    }

    @Override
    public int protocol() {
        return PROTOCOL;
    }

    @Override
    public int length() {
        return HEADER_LENGTH + options.length + data.length;
    }

    @Override
    public void write(ByteWriter out, PseudoHeader pseudo) {
        int start = out.position();
        out.u16(sourcePort).u16(destinationPort).u32((int) sequence).u32((int) acknowledgment);
        out.u8((HEADER_LENGTH + options.length) / 4 << 4)
                .u8(flags)
                .u16(window)
                .u16(0)
                .u16(0);
        out.bytes(options).bytes(data);
        out.patch16(start + 16, pseudo.offloadableChecksum(out, start, PROTOCOL));
    }

    static TcpSegment read(ByteReader in, PseudoHeader pseudo) {
        pseudo.verify(in, PROTOCOL, "TCP");
        int sourcePort = in.u16();
        int destinationPort = in.u16();
        long sequence = in.u32() & 0xffff_ffffL;
        long acknowledgment = in.u32() & 0xffff_ffffL;
        int headerLength = (in.u8() >>> 4) * 4;
        if (headerLength < HEADER_LENGTH) {
            throw new WireException("TCP header of " + headerLength + " bytes");
        }
        int flags = in.u8();
        int window = in.u16();
        in.skip(4);
        byte[] options = in.bytes(headerLength - HEADER_LENGTH);
        return new TcpSegment(sourcePort, destinationPort, sequence, acknowledgment, flags, window, options, in.rest());
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
