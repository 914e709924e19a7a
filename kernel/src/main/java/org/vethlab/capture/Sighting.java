package org.vethlab.capture;

import org.vethlab.net.link.PacketType;

/**
 * A frame at a device.
 *
 * @param hardwareType ARPHRD_* of the device
 * @param type OUTGOING if the namespace sends it
 * @param time nanoseconds since 1970
 */
public record Sighting(
        String namespace,
        String device,
        int interfaceIndex,
        int hardwareType,
        PacketType type,
        long time,
        Frame frame) {
    /** Whether the namespace's own stack takes it: not what a bridge or nobody takes. */
    public boolean isArrival() {
        return type == PacketType.HOST || type == PacketType.BROADCAST || type == PacketType.MULTICAST;
    }

    public boolean isOutgoing() {
        return type == PacketType.OUTGOING;
    }

    /** Whether both are at the same device in the same direction. */
    boolean isWhere(Sighting other) {
        return namespace.equals(other.namespace) && device.equals(other.device) && isOutgoing() == other.isOutgoing();
    }

    /** {@code netnsR veth1R in}. */
    public String where() {
        return namespace + " " + device + (isOutgoing() ? " out" : " in");
    }
}
