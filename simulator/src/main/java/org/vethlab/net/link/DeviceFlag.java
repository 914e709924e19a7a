package org.vethlab.net.link;

/** IFF_* flags, in the order in which {@code ip link} prints them (print_link_flags). */
public enum DeviceFlag {
    LOOPBACK(0x8),
    BROADCAST(0x2),
    POINTOPOINT(0x10),
    MULTICAST(0x1000),
    NOARP(0x80),
    ALLMULTI(0x200),
    PROMISC(0x100),
    MASTER(0x400),
    SLAVE(0x800),
    DEBUG(0x4),
    DYNAMIC(0x8000),
    AUTOMEDIA(0x4000),
    PORTSEL(0x2000),
    NOTRAILERS(0x20),
    UP(0x1),
    LOWER_UP(0x10000),
    DORMANT(0x20000),
    ECHO(0x40000);

    private final int code;

    DeviceFlag(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
