package org.vethlab.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;

/** The record route option of IPv4 (RFC 791, 3.1): each host on the way writes its address into the next free slot. */
public final class RecordRoute {
    /** Addresses that fit into a header. */
    public static final int SLOTS = 9;

    private static final int TYPE = 7;
    private static final int NO_OPERATION = 1;
    private static final int END = 0;
    private static final int HEADER = 3;

    private RecordRoute() {}

    /** A no-operation, so that the addresses are aligned, and nine free slots. */
    public static HeaderOptions empty() {
        byte[] bytes = new byte[1 + HEADER + 4 * SLOTS];
        bytes[0] = NO_OPERATION;
        bytes[1] = TYPE;
        bytes[2] = HEADER + 4 * SLOTS;
        bytes[3] = HEADER + 1;
        return new HeaderOptions(bytes);
    }

    /** The packet with an address more, if its option has a free slot; otherwise the packet itself. */
    public static Ipv4Packet record(Ipv4Packet packet, Ipv4Address address) {
        byte[] old = packet.options().bytes();
        int start = find(old);
        if (start < 0 || old[start + 2] + 3 > old[start + 1]) {
            return packet;
        }
        byte[] bytes = old.clone();
        int slot = start + old[start + 2] - 1;
        for (int i = 0; i < 4; i++) {
            bytes[slot + i] = (byte) address.octet(i);
        }
        bytes[start + 2] = (byte) (bytes[start + 2] + 4);
        return packet.withOptions(new HeaderOptions(bytes));
    }

    /** What an answer carries on: this option alone (ip_options_echo). */
    public static HeaderOptions echo(HeaderOptions options) {
        int start = find(options.bytes());
        if (start < 0) {
            return HeaderOptions.NONE;
        }
        int length = options.bytes()[start + 1];
        byte[] option = Arrays.copyOfRange(options.bytes(), start, start + length);
        return new HeaderOptions(Arrays.copyOf(option, (length + 3) / 4 * 4));
    }

    /** The addresses recorded so far; empty if there is no such option. */
    public static Optional<List<Ipv4Address>> read(HeaderOptions options) {
        byte[] bytes = options.bytes();
        int start = find(bytes);
        if (start < 0) {
            return Optional.empty();
        }
        ByteReader in = new ByteReader(Arrays.copyOfRange(bytes, start + HEADER, start + bytes[start + 1]));
        List<Ipv4Address> recorded = new ArrayList<>();
        for (int i = HEADER + 1; i < bytes[start + 2] && in.remaining() >= 4; i += 4) {
            recorded.add(in.ipv4());
        }
        return Optional.of(recorded);
    }

    private static int find(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] != END) {
            boolean fits = at + 2 < bytes.length && at + bytes[at + 1] <= bytes.length;
            if (bytes[at] == TYPE) {
                return fits && bytes[at + 1] >= HEADER && bytes[at + 2] > HEADER ? at : -1;
            }
            int length = bytes[at] == NO_OPERATION ? 1 : at + 1 < bytes.length ? bytes[at + 1] : 0;
            if (length <= 0) {
                return -1;
            }
            at += length;
        }
        return -1;
    }
}
