package org.vethlab.net.link;

/** Whether the ipvlans of a device reach each other (IPVLAN_F_*). */
public enum IpvlanIsolation {
    BRIDGE("bridge"),
    /** Not at all. */
    PRIVATE("private"),
    /** Only over the switch outside. */
    VEPA("vepa");

    private final String text;

    IpvlanIsolation(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
