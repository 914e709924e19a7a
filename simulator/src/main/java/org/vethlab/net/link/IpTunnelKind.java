package org.vethlab.net.link;

/** The tunnels that put packets or frames straight into IPv4 packets. */
public enum IpTunnelKind {
    /** RFC 2003. */
    IPIP("ipip", "tunl0", 4, HardwareType.TUNNEL, 0),
    /** RFC 2784. */
    GRE("gre", "gre0", 47, HardwareType.IPGRE, 4),
    /** Ethernet in GRE. */
    GRETAP("gretap", "gretap0", 47, HardwareType.ETHER, 4),
    /** Made with the others; of it there is the fallback device alone. */
    ERSPAN("erspan", "erspan0", 47, HardwareType.ETHER, 16);

    private final String text;
    private final String fallback;
    private final int protocol;
    private final HardwareType hardwareType;
    private final int headerLength;

    IpTunnelKind(String text, String fallback, int protocol, HardwareType hardwareType, int headerLength) {
        this.text = text;
        this.fallback = fallback;
        this.protocol = protocol;
        this.hardwareType = hardwareType;
        this.headerLength = headerLength;
    }

    public String text() {
        return text;
    }

    /** The device that comes with the kernel's module. */
    public String fallback() {
        return fallback;
    }

    /** IANA protocol number of the outer packet. */
    public int protocol() {
        return protocol;
    }

    HardwareType hardwareType() {
        return hardwareType;
    }

    /** Bytes between the outer IPv4 header and what is carried, without key, checksum and sequence number. */
    int headerLength() {
        return headerLength;
    }

    public boolean carriesFrames() {
        return hardwareType == HardwareType.ETHER;
    }

    /** The kernel's module: the three kinds of GRE are one. */
    boolean sharesModule(IpTunnelKind other) {
        return protocol == other.protocol;
    }
}
