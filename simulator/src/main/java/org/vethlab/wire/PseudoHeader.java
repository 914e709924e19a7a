package org.vethlab.wire;

import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;

/** The addresses that the checksums of UDP, TCP and ICMPv6 cover besides their own bytes (RFC 768; RFC 8200, 8.1). */
public record PseudoHeader(IpAddress source, IpAddress destination, ChecksumOffload offload) {
    /** The sum of the pseudo header of a payload. */
    public long sum(int protocol, int length) {
        return sum(source) + sum(destination) + protocol + (length >>> 16) + (length & 0xffff);
    }

    /** The checksum of what {@code out} got since {@code from}, its own field being zero there. */
    int checksum(ByteWriter out, int from, int protocol) {
        return Checksum.of(sum(protocol, out.position() - from) + out.sumSince(from));
    }

    /** As {@link #checksum}, unless the network card is to do it. */
    int offloadableChecksum(ByteWriter out, int from, int protocol) {
        return offload == ChecksumOffload.TRANSMIT
                ? Checksum.fold(sum(protocol, out.position() - from))
                : checksum(out, from, protocol);
    }

    void verify(ByteReader in, int protocol, String name) {
        if (!Checksum.isGood(sum(protocol, in.remaining()) + in.sumOfRest())) {
            throw new WireException("bad " + name + " checksum");
        }
    }

    private static long sum(IpAddress address) {
        if (address instanceof Ipv6Address ipv6) {
            return words(ipv6.high()) + words(ipv6.low());
        }
        return words(((Ipv4Address) address).bits() & 0xffff_ffffL);
    }

    private static long words(long bits) {
        return (bits >>> 48) + (bits >>> 32 & 0xffff) + (bits >>> 16 & 0xffff) + (bits & 0xffff);
    }
}
