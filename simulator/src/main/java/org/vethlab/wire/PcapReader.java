package org.vethlab.wire;

import java.util.Optional;

/** Reads a classic pcap file, in either byte order, with micro- or nanoseconds. Complaints are libpcap's words. */
public final class PcapReader {
    static final int FILE_HEADER = 24;
    static final int PACKET_HEADER = 16;
    static final int MICROSECONDS = 0xa1b2c3d4;
    static final int NANOSECONDS = 0xa1b23c4d;

    private static final int MAXIMUM_SNAPSHOT = 262144;

    private final byte[] file;
    private final boolean littleEndian;
    private final int nanosPerUnit;
    private final int snapshotLength;
    private final int linkTypeCode;
    private int position = FILE_HEADER;

    /** @throws WireException when the bytes do not begin as a pcap file does */
    public PcapReader(byte[] file) {
        this.file = file;
        if (file.length < 4) {
            throw cutShort(4, "file header ", file.length);
        }
        int magic = bigEndian32(0);
        littleEndian = Integer.reverseBytes(magic) == MICROSECONDS || Integer.reverseBytes(magic) == NANOSECONDS;
        int upright = littleEndian ? Integer.reverseBytes(magic) : magic;
        if (upright != MICROSECONDS && upright != NANOSECONDS) {
            throw new WireException("unknown file format");
        }
        if (file.length < FILE_HEADER) {
            throw cutShort(FILE_HEADER, "file header ", file.length);
        }
        nanosPerUnit = upright == NANOSECONDS ? 1 : 1000;
        int snapshot = number(16);
        snapshotLength = snapshot <= 0 ? MAXIMUM_SNAPSHOT : snapshot;
        linkTypeCode = number(20) & 0x03ff_ffff;
    }

    public int snapshotLength() {
        return snapshotLength;
    }

    /** The LINKTYPE_ number, known to us or not. */
    public int linkTypeCode() {
        return linkTypeCode;
    }

    public Optional<LinkType> linkType() {
        return LinkType.of(linkTypeCode);
    }

    /** The next packet; empty at the end. @throws WireException when the file ends amidst a packet or is corrupt */
    public Optional<PcapPacket> next() {
        int left = file.length - position;
        if (left == 0) {
            return Optional.empty();
        }
        if (left < PACKET_HEADER) {
            throw cutShort(PACKET_HEADER, "header ", left);
        }
        long time = (number(position) & 0xffff_ffffL) * 1_000_000_000
                + (number(position + 4) & 0xffff_ffffL) * nanosPerUnit;
        int captured = number(position + 8);
        int length = number(position + 12);
        if (captured < 0 || captured > Math.max(snapshotLength, MAXIMUM_SNAPSHOT)) {
            throw new WireException("invalid packet capture length " + Integer.toUnsignedString(captured)
                    + ", bigger than maximum of " + MAXIMUM_SNAPSHOT);
        }
        if (captured > left - PACKET_HEADER) {
            throw cutShort(captured, "captured ", left - PACKET_HEADER);
        }
        byte[] bytes = new byte[captured];
        System.arraycopy(file, position + PACKET_HEADER, bytes, 0, captured);
        position += PACKET_HEADER + captured;
        return Optional.of(new PcapPacket(time, bytes, length));
    }

    private int number(int at) {
        return littleEndian ? Integer.reverseBytes(bigEndian32(at)) : bigEndian32(at);
    }

    private int bigEndian32(int at) {
        return (file[at] & 0xff) << 24 | (file[at + 1] & 0xff) << 16 | (file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff;
    }

    private static WireException cutShort(int wanted, String what, int got) {
        return new WireException(
                "truncated dump file; tried to read " + wanted + " " + what + "bytes, only got " + got);
    }
}
