package org.vethlab.net.ipv6;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.RawData;

/** Cuts packets into fragments, with the extension header that says so (ip6_fragment; RFC 8200, 4.5). */
final class Ipv6Fragments {
    /** The next header number of the fragment header. */
    private static final int FRAGMENT = 44;

    private static final int HEADER_LENGTH = 8;
    private static final int MORE = 1;

    private Ipv6Fragments() {}

    /**
     * The fragment header in front of a piece.
     *
     * @param protocol of the whole packet's payload
     * @param offset in bytes
     */
    record Header(int protocol, int offset, boolean more, int identification, byte[] data) {
        static Header of(Ipv6Packet packet) {
            ByteReader in = new ByteReader(((RawData) packet.payload()).bytes());
            int protocol = in.u8();
            in.skip(1);
            int place = in.u16();
            return new Header(protocol, place & ~7, (place & MORE) != 0, in.u32(), in.rest());
        }
    }

    static boolean isFragment(Ipv6Packet packet) {
        return packet.payload() instanceof RawData raw && raw.protocol() == FRAGMENT && raw.length() >= HEADER_LENGTH;
    }

    /** Pieces of at most {@code mtu} bytes, headers included; all but the last carry a multiple of eight. */
    static List<Ipv6Packet> cut(Ipv6Packet packet, int mtu, int identification) {
        byte[] whole = packet.toByteArray();
        int header = packet.length() - packet.payload().length();
        int room = Math.max(HEADER_LENGTH, (mtu - header - HEADER_LENGTH) / 8 * 8);
        List<Ipv6Packet> pieces = new ArrayList<>();
        for (int start = header; start < whole.length; start += room) {
            int end = Math.min(start + room, whole.length);
            boolean more = end < whole.length;
            byte[] data = new ByteWriter(HEADER_LENGTH + end - start)
                    .u8(packet.payload().protocol())
                    .u8(0)
                    .u16(start - header | (more ? MORE : 0))
                    .u32(identification)
                    .bytes(Arrays.copyOfRange(whole, start, end))
                    .toByteArray();
            pieces.add(packet.withPayload(new RawData(FRAGMENT, data)));
        }
        return pieces;
    }
}
