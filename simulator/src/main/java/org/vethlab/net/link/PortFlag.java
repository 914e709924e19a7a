package org.vethlab.net.link;

/** What can be turned on and off on a bridge port (IFLA_BRPORT_*), with the names of {@code bridge -d link}. */
public enum PortFlag {
    HAIRPIN("hairpin", false),
    GUARD("guard", false),
    ROOT_BLOCK("root_block", false),
    FASTLEAVE("fastleave", false),
    LEARNING("learning", true),
    FLOOD("flood", true),
    MCAST_FLOOD("mcast_flood", true),
    BCAST_FLOOD("bcast_flood", true),
    MCAST_TO_UNICAST("mcast_to_unicast", false),
    NEIGH_SUPPRESS("neigh_suppress", false),
    VLAN_TUNNEL("vlan_tunnel", false),
    ISOLATED("isolated", false),
    LOCKED("locked", false),
    PROXY_ARP("proxy_arp", false),
    PROXY_ARP_WIFI("proxy_arp_wifi", false);

    private final String text;
    private final boolean initial;

    PortFlag(String text, boolean initial) {
        this.text = text;
        this.initial = initial;
    }

    public String text() {
        return text;
    }

    /** Whether a new port has it. */
    boolean isInitial() {
        return initial;
    }
}
