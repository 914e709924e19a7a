package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.wire.ByteReader;
import org.vethlab.wire.ByteWriter;
import org.vethlab.wire.Checksum;
import org.vethlab.wire.ChecksumOffload;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Frames;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;

/** The bytes of a packet from one of its headers on. */
final class HeaderBytes {
    private static final int IPV4_CHECKSUM = 10;
    private static final int ICMP_CHECKSUM = 2;

    private HeaderBytes() {}

    /** Empty if the packet has no such header: a later fragment has no transport header. */
    static Optional<byte[]> of(PacketContext packet, HeaderBase base) {
        return switch (base) {
            case LINK -> link(packet);
            case NETWORK -> Optional.of(bytes(packet.packet()));
            case TRANSPORT -> transport(packet);
        };
    }

    /** A frame on its way out of this host has no link-layer header yet when rules see it. */
    private static Optional<byte[]> link(PacketContext packet) {
        return packet.frame()
                .map(frame -> Frames.write(new EthernetFrame(frame.destination(), frame.source(), frame.payload())));
    }

    private static byte[] bytes(Payload payload) {
        ByteWriter out = new ByteWriter(payload.length());
        payload.write(out, ChecksumOffload.NONE);
        return out.toByteArray();
    }

    private static Optional<byte[]> transport(PacketContext packet) {
        if (packet.transport().isEmpty()) {
            return Optional.empty();
        }
        byte[] all = bytes(packet.packet());
        return Optional.of(Arrays.copyOfRange(all, networkHeaderLength(packet.packet()), all.length));
    }

    private static int networkHeaderLength(Payload packet) {
        if (packet instanceof Ipv4Packet ipv4) {
            return ipv4.headerLength();
        }
        return packet instanceof Ipv6Packet ipv6
                ? ipv6.length() - ipv6.payload().length()
                : 0;
    }

    /** Empty if the bytes do not reach that far. */
    static Optional<BigInteger> extract(byte[] bytes, int offset, int bits) {
        int last = offset + bits;
        if (last > bytes.length * 8) {
            return Optional.empty();
        }
        int from = offset / 8;
        int to = (last + 7) / 8;
        BigInteger value = new BigInteger(1, Arrays.copyOfRange(bytes, from, to));
        BigInteger all = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        return Optional.of(value.shiftRight(to * 8 - last).and(all));
    }

    /** Those that are looked at when the bytes are read again; all others are computed whenever they are written. */
    private static void mendChecksums(Payload packet, byte[] all) {
        if (!(packet instanceof Ipv4Packet ipv4)) {
            return;
        }
        patch(all, IPV4_CHECKSUM, 0, ipv4.headerLength());
        if (ipv4.payload().protocol() == IcmpMessage.PROTOCOL) {
            patch(all, ipv4.headerLength() + ICMP_CHECKSUM, ipv4.headerLength(), all.length);
        }
    }

    private static void patch(byte[] all, int at, int from, int to) {
        all[at] = 0;
        all[at + 1] = 0;
        int checksum = Checksum.of(Checksum.sum(all, from, to));
        all[at] = (byte) (checksum >> 8);
        all[at + 1] = (byte) checksum;
    }

    /** Writes bits of a network or transport header; checksums are made anew, as the kernel mends them. */
    static void change(PacketContext packet, HeaderBase base, int offset, int bits, BigInteger value) {
        if (base == HeaderBase.LINK
                || base == HeaderBase.TRANSPORT && packet.transport().isEmpty()) {
            return;
        }
        int start = base == HeaderBase.TRANSPORT ? networkHeaderLength(packet.packet()) * 8 : 0;
        byte[] all = bytes(packet.packet());
        for (int i = 0; i < bits; i++) {
            int at = start + offset + i;
            int mask = 0x80 >> at % 8;
            boolean set = value.testBit(bits - 1 - i);
            all[at / 8] = (byte) (set ? all[at / 8] | mask : all[at / 8] & ~mask);
        }
        mendChecksums(packet.packet(), all);
        packet.replace(Payload.read(packet.packet().etherType(), new ByteReader(all)));
    }
}
