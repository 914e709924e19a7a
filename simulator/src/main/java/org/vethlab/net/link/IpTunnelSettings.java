package org.vethlab.net.link;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;

/**
 * The ends of a tunnel and what its outer packets are like (struct ip_tunnel_parm).
 *
 * @param lower the device that packets leave by
 * @param ttl 0 for that of the inner packet
 * @param tos 1 for that of the inner packet
 * @param pathMtuDiscovery outer packets may not be cut
 * @param receivedKey that packets must have, sent key that they get (GRE)
 */
public record IpTunnelSettings(
        Optional<Ipv4Address> local,
        Optional<Ipv4Address> remote,
        Optional<Device> lower,
        int ttl,
        int tos,
        boolean pathMtuDiscovery,
        OptionalInt receivedKey,
        OptionalInt sentKey,
        GreFlags flags) {
    /** What is said of checksums and sequence numbers of GRE, received and sent. */
    public record GreFlags(
            boolean receivedChecksum, boolean sentChecksum, boolean receivedSequence, boolean sentSequence) {
        public static final GreFlags NONE = new GreFlags(false, false, false, false);
    }

    static final IpTunnelSettings FALLBACK = new IpTunnelSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            false,
            OptionalInt.empty(),
            OptionalInt.empty(),
            GreFlags.NONE);

    boolean sameEnds(IpTunnelSettings other) {
        return local.equals(other.local)
                && remote.equals(other.remote)
                && lower.equals(other.lower)
                && receivedKey.equals(other.receivedKey);
    }

    /** Bytes that the optional fields of GRE take. */
    int optionsLength() {
        return (sentKey.isPresent() ? 4 : 0) + (flags.sentChecksum() ? 4 : 0) + (flags.sentSequence() ? 4 : 0);
    }
}
