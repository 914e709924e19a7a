package org.vethlab.capture.layer;

import org.vethlab.wire.ByteReader;

/** TCP (RFC 9293). */
final class Tcp {
    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int ACK = 16;
    private static final int HEADER = 20;

    private Tcp() {}

    static void parse(ByteReader in, Dissection out, IpEnds ends) {
        int source = in.u16();
        int destination = in.u16();
        int sequence = in.u32();
        int acknowledgment = in.u32();
        int offset = in.u16();
        int window = in.u16();
        int checksum = in.u16();
        int urgent = in.u16();
        int flags = offset & 0x1ff;
        ByteReader options = in.slice((offset >> 12) * 4 - HEADER);
        String there = ends.source() + " " + source + " " + ends.destination() + " " + destination;
        String back = ends.destination() + " " + destination + " " + ends.source() + " " + source;
        out.streams().seen(there, sequence, (flags & SYN) != 0);
        String relative = out.streams().relative(there, sequence);
        String acked = out.streams().relative(back, acknowledgment);
        String names = Text.flags(flags, "AE", "CWR", "ECE", "URG", "ACK", "PSH", "RST", "SYN", "FIN");
        String info = source + " → " + destination + " [" + order(flags) + "] Seq=" + relative
                + ((flags & ACK) != 0 ? " Ack=" + acked : "") + " Win=" + window + " Len=" + in.remaining();
        out.field("Source Port", source)
                .field("Destination Port", destination)
                .field("Sequence Number", relative + " (relative), " + Integer.toUnsignedString(sequence) + " (raw)")
                .field(
                        "Acknowledgment Number",
                        acked + " (relative), " + Integer.toUnsignedString(acknowledgment) + " (raw)")
                .field("Header Length", (offset >> 12) * 4 + " bytes (" + (offset >> 12) + ")")
                .field("Flags", Text.hex(flags, 3) + " (" + names + ")")
                .field("Window", window)
                .field("Checksum", Text.hex(checksum, 4))
                .field("Urgent Pointer", urgent);
        String told = TcpOptions.parse(options, out);
        out.says("TCP", (flags & RST) != 0 ? Kind.ERROR : Kind.TCP, info + told);
        dialogue(flags, there, back, out);
        out.layer("Transmission Control Protocol, Src Port: " + source + ", Dst Port: " + destination + ", Seq: "
                + relative + ", Len: " + in.remaining());
        Data.parse(in, out);
    }

    /** A SYN asks; any segment of the other side that acknowledges it, or a reset, is an answer. */
    private static void dialogue(int flags, String there, String back, Dissection out) {
        if ((flags & (SYN | ACK)) == SYN) {
            out.part(Dialogue.question("tcp " + there));
        } else if ((flags & (SYN | RST)) != 0) {
            out.part(Dialogue.answer("tcp " + back));
        }
    }

    /** The flags in the order in which Wireshark's list names them. */
    private static String order(int flags) {
        StringBuilder text = new StringBuilder();
        append(text, flags, FIN, "FIN");
        append(text, flags, SYN, "SYN");
        append(text, flags, RST, "RST");
        append(text, flags, 8, "PSH");
        append(text, flags, ACK, "ACK");
        append(text, flags, 32, "URG");
        append(text, flags, 64, "ECE");
        append(text, flags, 128, "CWR");
        return text.toString();
    }

    private static void append(StringBuilder text, int flags, int flag, String name) {
        if ((flags & flag) != 0) {
            text.append(text.isEmpty() ? "" : ", ").append(name);
        }
    }
}
