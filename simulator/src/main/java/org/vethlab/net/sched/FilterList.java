package org.vethlab.net.sched;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The filters of one priority, all of one kind and for one protocol (struct tcf_proto). */
public final class FilterList {
    private static final int FIRST_NODE = 0x800;

    private final int priority;
    private final int protocol;
    private final String kind;
    private final int table;
    private final List<Filter> filters = new ArrayList<>();

    /** @param table number of u32's hash table */
    FilterList(int priority, int protocol, String kind, int table) {
        this.priority = priority;
        this.protocol = protocol;
        this.kind = kind;
        this.table = table;
    }

    public int priority() {
        return priority;
    }

    public int protocol() {
        return protocol;
    }

    public String kind() {
        return kind;
    }

    /** u32's hash table: the upper twelve bits of its handles. */
    public int table() {
        return table;
    }

    public List<Filter> filters() {
        return List.copyOf(filters);
    }

    boolean isFor(Packet packet) {
        return protocol == FilterRequest.ALL_PROTOCOLS || protocol == packet.protocol();
    }

    Optional<Filter> find(int handle) {
        return filters.stream().filter(one -> one.handle() == handle).findFirst();
    }

    void add(Filter filter) {
        filters.removeIf(one -> one.handle() == filter.handle());
        filters.add(filter);
        filters.sort(Comparator.comparingInt(Filter::handle));
    }

    void remove(Filter filter) {
        filters.remove(filter);
    }

    /** The handle of a filter whose user names none: the first that is free. */
    int freeHandle() {
        int handle = kind.equals("u32") ? table << 20 | FIRST_NODE : 1;
        while (find(handle).isPresent()) {
            handle++;
        }
        return handle;
    }
}
