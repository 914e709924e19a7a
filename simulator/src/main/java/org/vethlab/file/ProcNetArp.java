package org.vethlab.file;

import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.neigh.NudState;
import org.vethlab.net.neigh.Proxy;

/** /proc/net/arp, from which net-tools' arp reads (net/ipv4/arp.c, arp_seq_show). */
final class ProcNetArp {
    private static final int COMPLETE = 0x2;
    private static final int PERMANENT = 0x4;
    private static final int PUBLISHED = 0x8;

    private ProcNetArp() {}

    /** Entries that need no ARP are left out; one that failed is there, incomplete. */
    static String text(Namespace net) {
        StringBuilder text =
                new StringBuilder("IP address       HW type     Flags       HW address            Mask     Device\n");
        for (Neighbour neighbour : net.neighbours().list(Neighbours.IPV4)) {
            if (neighbour.state() != NudState.NONE && neighbour.state() != NudState.NOARP) {
                boolean known = neighbour.state().isValid() && neighbour.mac().isPresent();
                String mac = known ? neighbour.mac().orElseThrow().toString() : "00:00:00:00:00:00";
                text.append(row(
                        neighbour.address().toString(),
                        flags(neighbour),
                        mac,
                        neighbour.device().name()));
            }
        }
        for (Proxy proxy : net.neighbours().proxies(Neighbours.IPV4)) {
            String device = proxy.device().map(Device::name).orElse("*");
            text.append(row(proxy.address().toString(), PUBLISHED | PERMANENT, "00:00:00:00:00:00", device));
        }
        return text.toString();
    }

    private static int flags(Neighbour neighbour) {
        if (neighbour.state() == NudState.PERMANENT) {
            return PERMANENT | COMPLETE;
        }
        return neighbour.state().isValid() ? COMPLETE : 0;
    }

    private static String row(String address, int flags, String mac, String device) {
        return String.format("%-16s 0x%-10x0x%-10x%s     *        %s\n", address, 1, flags, mac, device);
    }
}
