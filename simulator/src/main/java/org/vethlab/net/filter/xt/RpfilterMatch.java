package org.vethlab.net.filter.xt;

import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;

/** Whether the way back to the sender leads where the packet came from. */
public record RpfilterMatch(boolean loose, boolean validMark, boolean acceptLocal, boolean inverted)
        implements XtMatch {
    @Override
    public String extension() {
        return "rpfilter";
    }

    @Override
    public boolean isAllowedIn(Chain base) {
        return base.base().filter(place -> place.hook() == Hook.PREROUTING).isPresent()
                && Set.of("raw", "mangle").contains(base.table().name());
    }

    @Override
    public boolean matches(PacketContext packet) {
        if (packet.ipv4().isEmpty() || packet.input().isEmpty()) {
            return !inverted;
        }
        Device input = packet.input().get();
        Ipv4Address source = packet.ipv4().get().source();
        int mark = validMark ? packet.metadata().mark() : 0;
        FlowKey back = new FlowKey(source, Optional.empty(), Optional.empty(), Optional.empty(), 0, mark);
        RouteResult route = packet.namespace().ipv4().routing().lookup(back);
        boolean valid = input.has(DeviceFlag.LOOPBACK)
                || route.error().isEmpty()
                        && (route.type() == RouteType.UNICAST || acceptLocal && route.type() == RouteType.LOCAL)
                        && (loose || route.device().equals(Optional.of(input)));
        return valid != inverted;
    }
}
