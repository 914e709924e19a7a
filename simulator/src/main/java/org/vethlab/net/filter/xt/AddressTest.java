package org.vethlab.net.filter.xt;

import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;

/** An address under a mask, which need not be a prefix. */
public record AddressTest(IpAddress address, IpAddress mask, boolean inverted) {
    public boolean matches(IpAddress tested) {
        return matchesPlainly(tested) != inverted;
    }

    private boolean matchesPlainly(IpAddress tested) {
        if (address instanceof Ipv4Address wanted
                && mask instanceof Ipv4Address ones
                && tested instanceof Ipv4Address ipv4) {
            return ((ipv4.bits() ^ wanted.bits()) & ones.bits()) == 0;
        }
        return address instanceof Ipv6Address wanted
                && mask instanceof Ipv6Address ones
                && tested instanceof Ipv6Address ipv6
                && ((ipv6.high() ^ wanted.high()) & ones.high()) == 0
                && ((ipv6.low() ^ wanted.low()) & ones.low()) == 0;
    }
}
