package org.vethlab.net.ipv6;

/** What an address is and may be used for (IFA_F_*). */
public enum Ipv6AddressFlag {
    /** RFC 8981: used for a while only. */
    TEMPORARY(0x01),
    /** No duplicate address detection. */
    NODAD(0x02),
    OPTIMISTIC(0x04),
    /** Somebody else has it. */
    DADFAILED(0x08),
    HOMEADDRESS(0x10),
    /** Its preferred lifetime is over. */
    DEPRECATED(0x20),
    /** Perhaps somebody else has it: it is not used yet. */
    TENTATIVE(0x40),
    /** It has no lifetime; without this flag {@code ip addr} says {@code dynamic}. */
    PERMANENT(0x80),
    MANAGETEMPADDR(0x100),
    NOPREFIXROUTE(0x200),
    MCAUTOJOIN(0x400),
    STABLE_PRIVACY(0x800);

    private final int code;

    Ipv6AddressFlag(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
