package org.vethlab.wire;

import java.util.Arrays;

/**
 * An ICMP message (RFC 792). {@code rest} is the second word of the header: identifier and sequence number of an
 * echo, the gateway of a redirect, the next hop's MTU of "fragmentation needed". {@code data} follows the header: an
 * echo's data, or the packet that an error quotes. The array is never changed.
 */
public record IcmpMessage(int type, int code, int rest, byte[] data) implements IpPayload {
    public static final int PROTOCOL = 1;
    public static final int ECHO_REPLY = 0;
    public static final int DESTINATION_UNREACHABLE = 3;
    public static final int REDIRECT = 5;
    public static final int ECHO_REQUEST = 8;
    public static final int TIME_EXCEEDED = 11;
    public static final int PARAMETER_PROBLEM = 12;

    public static IcmpMessage echoRequest(int identifier, int sequence, byte[] data) {
        return new IcmpMessage(ECHO_REQUEST, 0, identifier << 16 | sequence & 0xffff, data);
    }

    public IcmpMessage echoReply() {
        return new IcmpMessage(ECHO_REPLY, 0, rest, data);
    }

    public int identifier() {
        return rest >>> 16;
    }

    public int sequence() {
        return rest & 0xffff;
    }

    /** An error quotes the packet that caused it; no error is ever sent about an error (RFC 1122, 3.2.2). */
    public boolean isError() {
        return type == DESTINATION_UNREACHABLE
                || type == 4
                || type == REDIRECT
                || type == TIME_EXCEEDED
                || type == PARAMETER_PROBLEM;
    }

    @Override
    public int protocol() {
        return PROTOCOL;
    }

    @Override
    public int length() {
        return 8 + data.length;
    }

    @Override
    public void write(ByteWriter out, PseudoHeader pseudo) {
        int start = out.position();
        out.u8(type).u8(code).u16(0).u32(rest).bytes(data);
        out.patch16(start + 2, Checksum.of(out.sumSince(start)));
    }

    static IcmpMessage read(ByteReader in) {
        if (!Checksum.isGood(in.sumOfRest())) {
            throw new WireException("bad ICMP checksum");
        }
        return readUnverified(in);
    }

    /** What an ICMP error quotes may be cut short, so that its checksum means nothing. */
    static IcmpMessage readUnverified(ByteReader in) {
        int type = in.u8();
        int code = in.u8();
        in.skip(2);
        return new IcmpMessage(type, code, in.u32(), in.rest());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IcmpMessage icmp
                && type == icmp.type
                && code == icmp.code
                && rest == icmp.rest
                && Arrays.equals(data, icmp.data);
    }

    @Override
    public int hashCode() {
        return ((type * 31 + code) * 31 + rest) * 31 + Arrays.hashCode(data);
    }
}
