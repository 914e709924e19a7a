package org.vethlab.program.tcpdump;

/** TCP (RFC 9293). */
final class Tcp {
    private static final int HEADER = 20;
    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int ACK = 16;
    private static final int URG = 32;

    /** The letters of the flags, from the lowest bit on. */
    private static final String FLAGS = "FSRP.UEW";

    private final Printout out;
    private final TcpConversations conversations = new TcpConversations();
    private final TcpOptions options;
    private final TextProtocol text;

    Tcp(Printout out) {
        this.out = out;
        this.options = new TcpOptions(out);
        this.text = new TextProtocol(out);
    }

    void print(IpPayloadView payload) {
        out.enter("tcp");
        PacketView segment = payload.bytes();
        if (!segment.has(4)) {
            out.print(out.names().host(payload.source()), " > ", out.names().host(payload.destination()), ":");
            out.truncated();
            return;
        }
        int sourcePort = segment.u16(0);
        int destinationPort = segment.u16(2);
        out.ends(payload, out.names().port(sourcePort, "tcp"), out.names().port(destinationPort, "tcp"));
        segment.need(HEADER);
        int headerLength = (segment.u8(12) >>> 4) * 4;
        if (headerLength < HEADER) {
            out.print(" tcp ", payload.length() - headerLength);
            out.print(" [bad hdr length ", headerLength, " - too short, < 20]");
            return;
        }
        if (out.quiet()) {
            out.print("tcp ", Integer.toUnsignedString(payload.length() - headerLength));
            tooLong(headerLength, payload.length());
            return;
        }
        out.print("Flags [", flags(segment.u8(13)), "]");
        if (!tooLong(headerLength, payload.length())) {
            segment(payload, sourcePort, destinationPort, headerLength);
        }
    }

    private boolean tooLong(int headerLength, int length) {
        if (headerLength > length) {
            out.print(" [bad hdr length ", headerLength, " - too long, > ", length, "]");
        }
        return headerLength > length;
    }

    private static String flags(int bits) {
        StringBuilder letters = new StringBuilder();
        for (int bit = 0; bit < 8; bit++) {
            letters.append((bits >>> bit & 1) != 0 ? FLAGS.substring(bit, bit + 1) : "");
        }
        return letters.length() == 0 ? "none" : letters.toString();
    }

    private void segment(IpPayloadView payload, int sourcePort, int destinationPort, int headerLength) {
        PacketView segment = payload.bytes();
        int flags = segment.u8(13);
        int length = payload.length() - headerLength;
        long sequence = segment.u32(4);
        long acknowledgment = segment.u32(8);
        TcpConversations.Relative numbers = out.absoluteSequence() || (flags & ACK) == 0
                ? new TcpConversations.Relative(sequence, acknowledgment, 0, 0)
                : conversations.relative(
                        payload, sourcePort, destinationPort, sequence, acknowledgment, (flags & SYN) != 0);
        if (out.verbose() && out.verifiesChecksums() && !payload.fragmented() && segment.has(payload.length())) {
            checksum(payload);
        }
        if (out.veryVerbose() || length > 0 || (flags & (SYN | FIN | RST)) != 0) {
            out.print(", seq ", numbers.sequence());
            out.print(length > 0 ? ":" + (numbers.sequence() + length & 0xffff_ffffL) : "");
        }
        out.print((flags & ACK) != 0 ? ", ack " + numbers.acknowledgment() : "");
        out.print(", win ", segment.u16(14));
        out.print((flags & URG) != 0 ? ", urg " + segment.u16(18) : "");
        if (headerLength > HEADER
                && !options.print(segment.from(HEADER), headerLength - HEADER, numbers.acknowledgmentBase())) {
            return;
        }
        out.print(", length ", length);
        if (length > 0) {
            content(segment.from(headerLength), length, sourcePort, destinationPort, flags);
        }
    }

    private void checksum(IpPayloadView payload) {
        int found = payload.bytes().u16(16);
        long sum = payload.sum();
        out.print(String.format(", cksum 0x%04x", found));
        out.print(
                Checksums.isGood(sum)
                        ? " (correct)"
                        : String.format(" (incorrect -> 0x%04x)", Checksums.expected(sum, found)));
    }

    private void content(PacketView data, int length, int sourcePort, int destinationPort, int flags) {
        if ((flags & RST) != 0) {
            return;
        }
        if (TextProtocol.isHttp(sourcePort) || TextProtocol.isHttp(destinationPort)) {
            out.print(": ");
            text.http(data, length);
        } else if (sourcePort == TextProtocol.SSH || destinationPort == TextProtocol.SSH) {
            text.ssh(data, length);
        }
    }
}
