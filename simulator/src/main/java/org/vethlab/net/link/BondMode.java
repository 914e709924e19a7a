package org.vethlab.net.link;

import java.util.Optional;

/** How a bond shares its ports (BOND_MODE_*), with the name of {@code ip} and that of /proc/net/bonding. */
public enum BondMode {
    BALANCE_RR("balance-rr", "load balancing (round-robin)"),
    ACTIVE_BACKUP("active-backup", "fault-tolerance (active-backup)"),
    BALANCE_XOR("balance-xor", "load balancing (xor)"),
    BROADCAST("broadcast", "fault-tolerance (broadcast)"),
    LACP("802.3ad", "IEEE 802.3ad Dynamic link aggregation"),
    BALANCE_TLB("balance-tlb", "transmit load balancing"),
    BALANCE_ALB("balance-alb", "adaptive load balancing");

    private final String text;
    private final String description;

    BondMode(String text, String description) {
        this.text = text;
        this.description = description;
    }

    public String text() {
        return text;
    }

    public String description() {
        return description;
    }

    /** The number that netlink and sysfs have for it. */
    public int code() {
        return switch (this) {
            case BALANCE_RR -> 0;
            case ACTIVE_BACKUP -> 1;
            case BALANCE_XOR -> 2;
            case BROADCAST -> 3;
            case LACP -> 4;
            case BALANCE_TLB -> 5;
            case BALANCE_ALB -> 6;
        };
    }

    public static Optional<BondMode> of(long code) {
        for (BondMode mode : values()) {
            if (mode.code() == code) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    /** One port carries everything, the others wait (bond_uses_primary). */
    public boolean usesPrimary() {
        return this == ACTIVE_BACKUP || balancesByItself();
    }

    /** The modes that balance by the load of the ports. */
    public boolean balancesByItself() {
        return this == BALANCE_TLB || this == BALANCE_ALB;
    }

    /** Whether the port of a frame is chosen by a hash of its addresses (bond_mode_uses_xmit_hash). */
    public boolean usesHash() {
        return this == LACP || this == BALANCE_XOR || balancesByItself();
    }

    /** These need to know of each port's carrier, and do not ask with ARP (bond_mode_uses_arp). */
    public boolean needsCarrier() {
        return this == LACP || balancesByItself();
    }
}
