package org.vethlab.wire;

import java.util.Arrays;

/**
 * An ICMPv6 message (RFC 4443), neighbour discovery included (RFC 4861): {@code rest} is the second word of the header,
 * {@code data} what follows it. The array is never changed.
 */
public record Icmpv6Message(int type, int code, int rest, byte[] data) implements IpPayload {
    public static final int PROTOCOL = 58;
    public static final int DESTINATION_UNREACHABLE = 1;
    public static final int PACKET_TOO_BIG = 2;
    public static final int TIME_EXCEEDED = 3;
    public static final int PARAMETER_PROBLEM = 4;
    public static final int ECHO_REQUEST = 128;
    public static final int ECHO_REPLY = 129;
    public static final int ROUTER_SOLICITATION = 133;
    public static final int ROUTER_ADVERTISEMENT = 134;
    public static final int NEIGHBOR_SOLICITATION = 135;
    public static final int NEIGHBOR_ADVERTISEMENT = 136;
    public static final int REDIRECT = 137;
    public static final int MLD2_REPORT = 143;

    /** Neighbour discovery: solicitations, advertisements, redirects (RFC 4861). */
    public boolean isDiscovery() {
        return type >= ROUTER_SOLICITATION && type <= REDIRECT;
    }

    public static Icmpv6Message echoRequest(int identifier, int sequence, byte[] data) {
        return new Icmpv6Message(ECHO_REQUEST, 0, identifier << 16 | sequence & 0xffff, data);
    }

    public boolean isError() {
        return type < 128;
    }

    public Icmpv6Message echoReply() {
        return new Icmpv6Message(ECHO_REPLY, 0, rest, data);
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
        out.patch16(start + 2, pseudo.checksum(out, start, PROTOCOL));
    }

    /** One that an error quotes, cut short perhaps. */
    static Icmpv6Message readUnverified(ByteReader in) {
        int type = in.u8();
        int code = in.u8();
        in.skip(2);
        return new Icmpv6Message(type, code, in.u32(), in.rest());
    }

    static Icmpv6Message read(ByteReader in, PseudoHeader pseudo) {
        pseudo.verify(in, PROTOCOL, "ICMPv6");
        return readUnverified(in);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Icmpv6Message icmp
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
