package org.vethlab.trace;

/** What looked at a packet. */
public enum Station {
    ROUTE("route"),
    NEIGHBOUR("neighbour"),
    ARP("arp"),
    NDP("ndp"),
    BRIDGE("bridge"),
    BOND("bond"),
    TUNNEL("tunnel"),
    FILTER("filter"),
    NAT("nat"),
    FRAGMENT("fragment"),
    /** A frame crosses a cable: what pictures move. */
    CABLE("cable"),
    ICMP("icmp"),
    TCP("tcp"),
    SOCKET("socket"),
    DROP("drop");

    private final String text;

    Station(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
