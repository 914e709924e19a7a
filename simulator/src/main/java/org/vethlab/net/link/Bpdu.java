package org.vethlab.net.link;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.vethlab.wire.RawPayload;

/**
 * A bridge protocol data unit (IEEE 802.1D-1998, 9.3), behind its LLC header. Times in nanoseconds; on the wire they are
 * 256ths of a second.
 */
sealed interface Bpdu {
    /** Tells who is root, and how far. */
    record Config(
            boolean topologyChange,
            boolean acknowledgment,
            PortRole role,
            long messageAge,
            long maxAge,
            long helloTime,
            long forwardDelay)
            implements Bpdu {
        @Override
        public RawPayload encode() {
            ByteBuffer bytes = ByteBuffer.allocate(LLC_LENGTH + CONFIG_LENGTH);
            bytes.put(ACCESS_POINT).put(ACCESS_POINT).put(UNNUMBERED).putInt(0);
            bytes.put((byte) ((topologyChange ? TOPOLOGY_CHANGE : 0) | (acknowledgment ? ACKNOWLEDGMENT : 0)));
            bytes.putLong(role.root().bits()).putInt(role.cost());
            bytes.putLong(role.bridge().bits()).putShort((short) role.port());
            for (long time : new long[] {messageAge, maxAge, helloTime, forwardDelay}) {
                bytes.putShort((short) (time * 256 / SECOND));
            }
            return new RawPayload(bytes.capacity(), bytes.array());
        }
    }

    /** Tells the root that the topology has changed. */
    record TopologyChange() implements Bpdu {
        @Override
        public RawPayload encode() {
            ByteBuffer bytes = ByteBuffer.allocate(LLC_LENGTH + TCN_LENGTH);
            bytes.put(ACCESS_POINT).put(ACCESS_POINT).put(UNNUMBERED).putInt(TCN_TYPE);
            return new RawPayload(bytes.capacity(), bytes.array());
        }
    }

    int LLC_LENGTH = 3;
    int CONFIG_LENGTH = 35;
    int TCN_LENGTH = 4;
    int TCN_TYPE = 0x80;
    int TOPOLOGY_CHANGE = 1;
    int ACKNOWLEDGMENT = 0x80;
    long SECOND = 1_000_000_000L;

    /** Bridge spanning tree protocol: the service access point on both sides. */
    byte ACCESS_POINT = 0x42;

    /** LLC type 1: unnumbered information. */
    byte UNNUMBERED = 0x03;

    RawPayload encode();

    /** Empty for what is no BPDU of 802.1D. */
    static Optional<Bpdu> decode(RawPayload payload) {
        ByteBuffer bytes = ByteBuffer.wrap(payload.bytes());
        if (bytes.remaining() < LLC_LENGTH + TCN_LENGTH || bytes.getShort() != ACCESS_POINT * 0x101) {
            return Optional.empty();
        }
        bytes.get();
        int header = bytes.getInt();
        if (header == TCN_TYPE) {
            return Optional.of(new TopologyChange());
        }
        if (header != 0 || bytes.remaining() < CONFIG_LENGTH - TCN_LENGTH) {
            return Optional.empty();
        }
        int flags = bytes.get();
        PortRole role = new PortRole(
                BridgeId.of(bytes.getLong()),
                bytes.getInt(),
                BridgeId.of(bytes.getLong()),
                Short.toUnsignedInt(bytes.getShort()));
        return Optional.of(new Config(
                (flags & TOPOLOGY_CHANGE) != 0,
                (flags & ACKNOWLEDGMENT) != 0,
                role,
                time(bytes),
                time(bytes),
                time(bytes),
                time(bytes)));
    }

    private static long time(ByteBuffer bytes) {
        return Short.toUnsignedInt(bytes.getShort()) * SECOND / 256;
    }
}
