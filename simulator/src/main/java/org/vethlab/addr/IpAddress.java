package org.vethlab.addr;

/** An IPv4 or IPv6 address. */
public sealed interface IpAddress permits Ipv4Address, Ipv6Address {
    /** All bits zero: 0.0.0.0 or ::. */
    boolean isUnspecified();

    boolean isLoopback();

    boolean isMulticast();

    /** Length in bits: 32 or 128. */
    int length();
}
