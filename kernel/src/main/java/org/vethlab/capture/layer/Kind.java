package org.vethlab.capture.layer;

/** What kind of packet it is, to those who look from afar. */
public enum Kind {
    ARP("ARP, neighbour discovery"),
    REQUEST("echo request"),
    REPLY("echo reply"),
    ERROR("ICMP error, TCP reset"),
    TCP("TCP"),
    UDP("UDP"),
    OTHER("other");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
