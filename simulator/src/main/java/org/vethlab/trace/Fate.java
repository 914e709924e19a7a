package org.vethlab.trace;

/** How a packet's way ends; the names are the kernel's {@code enum skb_drop_reason} where it drops one. */
public enum Fate {
    CONSUMED("delivered"),
    NOT_SPECIFIED("dropped"),
    NO_SOCKET("no socket wants it"),
    PKT_TOO_SMALL("too short"),
    IP_CSUM("bad checksum"),
    OTHERHOST("for another host"),
    IP_NOPROTO("no handler for its protocol"),
    IP_RPFILTER("refused by rp_filter"),
    IP_INHDR("bad header"),
    IP_INNOROUTES("no route, or forwarding is off"),
    IP_OUTNOROUTES("no route"),
    IP_LOCAL_SOURCE("a source address of this host, from outside"),
    IP_INVALID_SOURCE("no valid source address"),
    IP_INADDRERRORS("no address for it to go by"),
    IPV6DISABLED("IPv6 is switched off"),
    NETFILTER_DROP("dropped by netfilter"),
    NEIGH_CREATEFAIL("no room for a neighbour entry"),
    NEIGH_FAILED("its neighbour did not answer"),
    NEIGH_QUEUEFULL("too many packets wait for its neighbour"),
    PKT_TOO_BIG("longer than the path allows"),
    TTL_EXCEEDED("time to live used up"),
    DEV_READY("the device is down or has no carrier"),
    TC_INGRESS("dropped by a filter on its way in"),
    TC_EGRESS("dropped by a filter on its way out"),
    QDISC_DROP("dropped by the queueing discipline"),
    BRIDGE_INGRESS_STP_STATE("the bridge port is not forwarding"),
    MAC_INVALID_SOURCE("no valid MAC address as its source"),
    NO_TX_TARGET("no port for it to leave by"),
    VLAN_FILTER("not a member of its VLAN"),
    VXLAN_NO_REMOTE("no tunnel end for it"),
    RECURSION_LIMIT("a tunnel that leads into itself"),
    ARP_IGNORED("a question that nobody here answers");

    private final String text;

    Fate(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
