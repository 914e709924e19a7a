package org.vethlab.net.filter;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A table of chains (struct nft_table). Handles of chains, rules and sets are counted per table. */
public final class Table {
    private final Family family;
    private final String name;
    private final long handle;
    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private long lastHandle;
    private boolean dormant;
    private Optional<String> comment = Optional.empty();

    Table(Family family, String name, long handle) {
        this.family = family;
        this.name = name;
        this.handle = handle;
    }

    public Family family() {
        return family;
    }

    public String name() {
        return name;
    }

    public long handle() {
        return handle;
    }

    /** A dormant table's chains hang nowhere. */
    public boolean isDormant() {
        return dormant;
    }

    void dormant(boolean nowDormant) {
        dormant = nowDormant;
    }

    public Optional<String> comment() {
        return comment;
    }

    public void setComment(Optional<String> newComment) {
        comment = newComment;
    }

    public Collection<Chain> chains() {
        return Collections.unmodifiableCollection(chains.values());
    }

    public Optional<Chain> chain(String chainName) {
        return Optional.ofNullable(chains.get(chainName));
    }

    /** The next free handle (nf_tables_alloc_handle). */
    public long nextHandle() {
        return ++lastHandle;
    }

    Map<String, Chain> editableChains() {
        return chains;
    }

    @Override
    public String toString() {
        return family.keyword() + " " + name;
    }
}
