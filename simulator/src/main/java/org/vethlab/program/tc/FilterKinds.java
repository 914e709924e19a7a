package org.vethlab.program.tc;

import java.util.List;
import java.util.Set;
import org.vethlab.net.sched.Filter;
import org.vethlab.net.sched.FilterList;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;

/** The kinds of filter that tc knows by name. */
final class FilterKinds {
    private static final List<FilterKind> KINDS = List.of(
            new SimpleFilterKind("basic"),
            new FlowerKind(),
            new SimpleFilterKind("fw"),
            new SimpleFilterKind("matchall"),
            new U32Kind());

    /** Kinds of Linux that are not simulated. */
    private static final Set<String> NOT_SIMULATED = Set.of("bpf", "cgroup", "flow", "route", "rsvp", "tcindex");

    private FilterKinds() {}

    static List<String> notSimulated() {
        return NOT_SIMULATED.stream().sorted().toList();
    }

    static FilterKind find(String name) {
        if (NOT_SIMULATED.contains(name)) {
            throw CommandException.notSimulated("tc filter " + name);
        }
        return KINDS.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Unknown(name));
    }

    /** A name that tc does not know is the kernel's business, as long as no word follows. */
    private record Unknown(String name) implements FilterKind {
        @Override
        public void parse(FilterParser request, String handle, Arguments words) {
            if (words.hasNext()) {
                throw Complaints.plain(
                        "Unknown filter \"" + name + "\", hence option \"" + words.peek() + "\" is unparsable");
            }
        }

        @Override
        public void print(FilterList list, Filter filter, TcContext tc, Fields fields) {}
    }
}
