package org.vethlab.net.socket;

import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv6Address;

/** An address and a port: one end of a conversation of TCP or UDP (struct sockaddr_in, sockaddr_in6). */
public record Endpoint(IpAddress address, int port) {
    /** Two ends on the same port meet when one of them is the unspecified address, or both are the same. */
    public boolean meets(Endpoint other) {
        return port == other.port
                && (address.isUnspecified() || other.address.isUnspecified() || address.equals(other.address));
    }

    public boolean isIpv6() {
        return address instanceof Ipv6Address;
    }

    public Endpoint withPort(int newPort) {
        return new Endpoint(address, newPort);
    }

    @Override
    public String toString() {
        return isIpv6() ? "[" + address + "]:" + port : address + ":" + port;
    }
}
