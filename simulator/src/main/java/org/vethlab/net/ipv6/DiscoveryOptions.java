package org.vethlab.net.ipv6;

import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.wire.ByteReader;

/** The options of a discovery message that this host understands (RFC 4861, 4.6; RFC 3971, 5.3.2). */
record DiscoveryOptions(Optional<MacAddress> source, Optional<MacAddress> target, Optional<Long> nonce) {
    private static final int UNIT = 8;
    private static final int MAC_LENGTH = 6;

    static DiscoveryOptions read(ByteReader in) {
        Optional<MacAddress> source = Optional.empty();
        Optional<MacAddress> target = Optional.empty();
        Optional<Long> nonce = Optional.empty();
        while (in.remaining() >= UNIT) {
            int type = in.u8();
            int length = UNIT * in.u8() - 2;
            if (length < MAC_LENGTH || length > in.remaining()) {
                break;
            }
            ByteReader value = new ByteReader(in.bytes(length));
            switch (type) {
                case NeighbourMessages.SOURCE_LINK_ADDRESS -> source = Optional.of(value.mac());
                case NeighbourMessages.TARGET_LINK_ADDRESS -> target = Optional.of(value.mac());
                case NeighbourMessages.NONCE ->
                    nonce = Optional.of((long) value.u16() << 32 | value.u32() & 0xffff_ffffL);
                default -> {}
            }
        }
        return new DiscoveryOptions(source, target, nonce);
    }
}
