package org.vethlab.net.filter.xt;

import org.vethlab.addr.IpAddress;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Verdict;

/** {@code TEE}: a copy goes to another host. */
public record TeeTarget(IpAddress gateway) implements XtTarget {
    @Override
    public String extension() {
        return "TEE";
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        packet.namespace().netfilter().duplicate(packet, gateway);
        return Verdict.CONTINUE;
    }
}
