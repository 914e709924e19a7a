package org.vethlab.net.sched;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The filters of one place, by priority (struct tcf_block). */
final class FilterBlock {
    private static final int FIRST_TABLE = 0x800;

    private final Qdisc owner;
    private final boolean arriving;
    private final TreeMap<Integer, FilterList> lists = new TreeMap<>();
    private int nextTable = FIRST_TABLE;
    private Optional<Handle> name = Optional.empty();

    FilterBlock(Qdisc owner) {
        this(owner, false);
    }

    /** @param arriving whether they see packets that come in */
    FilterBlock(Qdisc owner, boolean arriving) {
        this.owner = owner;
        this.arriving = arriving;
    }

    List<FilterList> lists() {
        return List.copyOf(lists.values());
    }

    Optional<FilterList> list(int priority) {
        return Optional.ofNullable(lists.get(priority));
    }

    FilterList begin(int priority, int protocol, String kind) {
        FilterList list = new FilterList(priority, protocol, kind, kind.equals("u32") ? nextTable++ : 0);
        lists.put(priority, list);
        return list;
    }

    void end(FilterList list) {
        lists.remove(list.priority(), list);
        forgetTables();
    }

    /** Actions, and all kinds of filter but u32, are modules. */
    void loadModule() {
        owner.traffic().device().namespace().world().loadSchedulerModule();
    }

    void clear() {
        lists.clear();
        forgetTables();
    }

    /** The numbers of u32's tables begin anew once the last of them is gone. */
    private void forgetTables() {
        if (lists.values().stream().noneMatch(list -> list.kind().equals("u32"))) {
            nextTable = FIRST_TABLE;
        }
    }

    /** The place as whoever added the last filter named it; a dump names it so (block->classid). */
    Optional<Handle> name() {
        return name;
    }

    void name(Handle newName) {
        name = Optional.of(newName);
    }

    /** The priority of a filter whose user names none: below the lowest such one, from 49152 down (tcf_auto_prio). */
    int freePriority() {
        Integer lowest = lists.ceilingKey(0x8000);
        return lowest == null ? 0xc000 : lowest - 1;
    }

    Stream<Action> actions() {
        return lists.values().stream()
                .flatMap(list -> list.filters().stream())
                .flatMap(filter -> Stream.concat(filter.actions().stream(), filter.police().stream()));
    }

    /** The first filter that matches decides, unless its actions say {@code continue} (tcf_classify). */
    Classification classify(Packet packet) {
        Action.Site site = new Action.Site(
                owner.traffic().device(), arriving, owner.traffic().now());
        for (FilterList list : lists.values()) {
            if (!list.isFor(packet)) {
                continue;
            }
            for (Filter filter : list.filters()) {
                if (filter.matches(packet)) {
                    Action.Result result = filter.act(packet, site);
                    if (result.control() != Control.CONTINUE) {
                        return new Classification(filter.classId(), true, fate(result.control()), result.packet());
                    }
                }
            }
        }
        return new Classification(Optional.empty(), false, Classification.Fate.PASSED, packet);
    }

    private static Classification.Fate fate(Control control) {
        return switch (control) {
            case DROP, TRAP -> Classification.Fate.DROPPED;
            case STOLEN -> Classification.Fate.STOLEN;
            default -> Classification.Fate.PASSED;
        };
    }

    boolean names(Handle classId) {
        return lists.values().stream()
                .flatMap(list -> list.filters().stream())
                .anyMatch(filter -> filter.classId().filter(classId::equals).isPresent());
    }
}
