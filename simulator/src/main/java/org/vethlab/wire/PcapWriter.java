package org.vethlab.wire;

import java.util.Arrays;

/** The bytes of a classic pcap file, in the byte order of x86, as tcpdump writes it. */
public final class PcapWriter {
    private final int nanosPerUnit;

    /** @param nanoseconds times to the nanosecond, not to the microsecond */
    public PcapWriter(boolean nanoseconds) {
        nanosPerUnit = nanoseconds ? 1 : 1000;
    }

    /** What stands at the beginning of the file. */
    public byte[] header(LinkType linkType, int snapshotLength) {
        ByteWriter out = new ByteWriter(PcapReader.FILE_HEADER);
        number(out, nanosPerUnit == 1 ? PcapReader.NANOSECONDS : PcapReader.MICROSECONDS);
        number(out, 4 << 16 | 2);
        number(out, 0);
        number(out, 0);
        number(out, snapshotLength);
        number(out, linkType.code());
        return out.toByteArray();
    }

    /** One packet, its header and no more than {@code snapshotLength} of its bytes. */
    public byte[] packet(PcapPacket packet, int snapshotLength) {
        byte[] captured = packet.bytes().length <= snapshotLength
                ? packet.bytes()
                : Arrays.copyOf(packet.bytes(), snapshotLength);
        ByteWriter out = new ByteWriter(PcapReader.PACKET_HEADER + captured.length);
        number(out, (int) (packet.time() / 1_000_000_000));
        number(out, (int) (packet.time() % 1_000_000_000) / nanosPerUnit);
        number(out, captured.length);
        number(out, packet.length());
        return out.bytes(captured).toByteArray();
    }

    private static void number(ByteWriter out, int value) {
        out.u32(Integer.reverseBytes(value));
    }
}
