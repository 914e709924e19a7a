package org.vethlab.net.ipv4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RawData;

/** Cuts packets into fragments (ip_do_fragment; RFC 791, 3.2). */
public final class Fragments {
    private Fragments() {}

    /** Pieces of at most {@code mtu} bytes, header included; all but the last carry a multiple of eight. */
    public static List<Ipv4Packet> cut(Ipv4Packet packet, int mtu) {
        byte[] whole = packet.toByteArray();
        int header = packet.headerLength();
        int room = (mtu - header) / 8 * 8;
        List<Ipv4Packet> pieces = new ArrayList<>();
        for (int start = header; start < whole.length; start += room) {
            int end = Math.min(start + room, whole.length);
            boolean more = end < whole.length || packet.moreFragments();
            byte[] data = Arrays.copyOfRange(whole, start, end);
            pieces.add(packet.withPayload(new RawData(packet.payload().protocol(), data))
                    .withFragmentation(
                            packet.identification(),
                            packet.dontFragment(),
                            more,
                            packet.fragmentOffset() + start - header));
        }
        return pieces;
    }
}
