package org.vethlab.net.filter;

import java.util.Locale;

/** What a base chain is for: {@link #ROUTE} looks for a new route if the mark changes, {@link #NAT} sees first packets only. */
public enum ChainType {
    FILTER,
    NAT,
    ROUTE;

    private final String keyword = name().toLowerCase(Locale.ROOT);

    /** As nft spells it. */
    public String keyword() {
        return keyword;
    }
}
