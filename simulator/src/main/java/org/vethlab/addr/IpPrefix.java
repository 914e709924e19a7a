package org.vethlab.addr;

/** An IPv4 or IPv6 network. */
public sealed interface IpPrefix permits Ipv4Prefix, Ipv6Prefix {
    IpAddress network();

    int length();

    /** Whether an address lies in it; one of the other family never does. */
    boolean holds(IpAddress address);
}
