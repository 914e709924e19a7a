package org.vethlab.net.filter.xt;

import org.vethlab.addr.MacAddress;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.PacketContext;

/** The sender's hardware address. */
public record MacMatch(MacAddress address, boolean inverted) implements XtMatch {
    @Override
    public String extension() {
        return "mac";
    }

    /** Where there is an Ethernet header still (mac_mt_reg). */
    @Override
    public boolean isAllowedIn(Chain base) {
        return base.isAt(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD);
    }

    @Override
    public boolean matches(PacketContext packet) {
        return packet.frame()
                .filter(frame -> frame.source().equals(address) != inverted)
                .isPresent();
    }
}
