package org.vethlab.net.link;

/** At which layer an ipvlan's frames part from those of the device below (IPVLAN_MODE_*). */
public enum IpvlanMode {
    L2("l2"),
    /** The host below routes for it; no ARP, no groups. */
    L3("l3"),
    /** As L3, and netfilter of the host below sees what comes in. */
    L3S("l3s");

    private final String text;

    IpvlanMode(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
