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
        if (address instanceof Ipv4Address wanted && mask instanceof Ipv4Address ones && tested instanceof Ipv4Address ipv4) {
            return (ipv4.bits() & ones.bits()) == wanted.bits();
        }
        return address instanceof Ipv6Address wanted
                && mask instanceof Ipv6Address ones
                && tested instanceof Ipv6Address ipv6
                && (ipv6.high() & ones.high()) == wanted.high()
                && (ipv6.low() & ones.low()) == wanted.low();
    }
}
