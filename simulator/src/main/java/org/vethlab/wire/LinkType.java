package org.vethlab.wire;

import java.util.Optional;

/** What stands before each packet of a pcap file (LINKTYPE_*). */
public enum LinkType {
    ETHERNET(1, "EN10MB", "Ethernet"),
    RAW(101, "RAW", "Raw IP"),
    LINUX_SLL(113, "LINUX_SLL", "Linux cooked v1"),
    IPV4(228, "IPV4", "Raw IPv4"),
    IPV6(229, "IPV6", "Raw IPv6"),
    LINUX_SLL2(276, "LINUX_SLL2", "Linux cooked v2");

    private final int code;
    private final String title;
    private final String description;

    LinkType(int code, String title, String description) {
        this.code = code;
        this.title = title;
        this.description = description;
    }

    public static Optional<LinkType> of(int code) {
        for (LinkType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    public int code() {
        return code;
    }

    /** The name that {@code tcpdump -y} takes. */
    public String title() {
        return title;
    }

    public String description() {
        return description;
    }
}
