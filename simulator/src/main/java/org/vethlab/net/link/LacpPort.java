package org.vethlab.net.link;

import java.util.Optional;
import org.vethlab.addr.MacAddress;

/** What a port of an 802.3ad bond knows of itself and of its partner (struct port of drivers/net/bonding/bond_3ad.c). */
public final class LacpPort {
    static final int ACTIVE = 0x01;
    static final int SHORT_TIMEOUT = 0x02;
    static final int AGGREGATING = 0x04;
    static final int IN_SYNC = 0x08;
    static final int COLLECTING = 0x10;
    static final int DISTRIBUTING = 0x20;
    static final int DEFAULTED = 0x40;
    static final int EXPIRED = 0x80;

    /** One end of a link: a system and a port of it. */
    public record End(MacAddress system, int key, int port, int state) {
        /** What is assumed of a partner that says nothing (__initialize_port). */
        static final End NOBODY = new End(MacAddress.ZERO, 1, 1, SHORT_TIMEOUT);
    }

    private final int number;
    private End partner = End.NOBODY;
    private long heardAt;
    private boolean heard;
    private int aggregator;
    private int state = ACTIVE | AGGREGATING;

    LacpPort(int number) {
        this.number = number;
        this.aggregator = number;
    }

    /** 1 for the bond's first port. */
    public int number() {
        return number;
    }

    public End partner() {
        return partner;
    }

    /** The group of ports that work together, by the number of the first of them. */
    public int aggregator() {
        return aggregator;
    }

    void aggregator(int id) {
        aggregator = id;
    }

    /** The bits of IEEE 802.1AX, 6.4.2.3. */
    public int state() {
        return state;
    }

    void state(int bits) {
        state = bits;
    }

    void hear(End sender, long now) {
        partner = sender;
        heardAt = now;
        heard = true;
    }

    void forget() {
        partner = End.NOBODY;
        heard = false;
    }

    boolean hasPartner() {
        return heard;
    }

    long heardAt() {
        return heardAt;
    }

    Optional<MacAddress> partnerSystem() {
        return heard ? Optional.of(partner.system()) : Optional.empty();
    }
}
