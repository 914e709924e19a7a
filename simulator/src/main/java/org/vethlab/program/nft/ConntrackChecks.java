package org.vethlab.program.nft;

import org.vethlab.net.filter.Family;

/** Connections are tracked for IP only, not for frames. */
final class ConntrackChecks {
    private ConntrackChecks() {}

    /** @throws KernelException for the families of frames */
    static void check(Family family, Location at) {
        if (family == Family.NETDEV || family == Family.BRIDGE || family == Family.ARP) {
            throw new KernelException(at, "Protocol error");
        }
    }
}
