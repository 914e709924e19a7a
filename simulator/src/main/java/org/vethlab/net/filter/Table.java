package org.vethlab.net.filter;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.StatefulObject;

/** A table of chains (struct nft_table). Handles of chains, rules and sets are counted per table. */
public final class Table {
    private final Family family;
    private final String name;
    private final long handle;
    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final Map<String, ElementSet> sets = new LinkedHashMap<>();
    private final Map<String, StatefulObject> objects = new LinkedHashMap<>();
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

    /** The sets and maps with names. */
    public Collection<ElementSet> sets() {
        return Collections.unmodifiableCollection(sets.values());
    }

    public Optional<ElementSet> set(String setName) {
        return Optional.ofNullable(sets.get(setName));
    }

    /** The counters, quotas and limits with names. */
    public Collection<StatefulObject> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }

    /** Objects of different kinds may have the same name. */
    public Optional<StatefulObject> object(String kind, String objectName) {
        return Optional.ofNullable(objects.get(kind + " " + objectName));
    }

    /** The next free handle (nf_tables_alloc_handle). */
    public long nextHandle() {
        return ++lastHandle;
    }

    long lastHandle() {
        return lastHandle;
    }

    void lastHandle(long handle) {
        lastHandle = handle;
    }

    Map<String, ElementSet> editableSets() {
        return sets;
    }

    Map<String, StatefulObject> editableObjects() {
        return objects;
    }

    Map<String, Chain> editableChains() {
        return chains;
    }

    @Override
    public String toString() {
        return family.keyword() + " " + name;
    }
}
