package org.vethlab.net.sched;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;

/** What rtnetlink does with the filters of a device (cls_api.c): RTM_NEWTFILTER, RTM_DELTFILTER, RTM_GETTFILTER. */
public final class Filters {
    private static final Set<String> KINDS = Set.of("u32", "matchall", "fw", "flower", "basic");

    private final Device device;
    private final TrafficControl traffic;

    public Filters(Device device) {
        this.device = device;
        this.traffic = TrafficControl.of(device);
    }

    /** The filters of one place, and how a dump names that place. */
    public record Place(Handle parent, List<FilterList> lists) {}

    /** Nothing for a place that has no filters, or is not there (tc_dump_tfilter). */
    public static Optional<Place> list(Device device, Handle parent) {
        Optional<TrafficControl> traffic =
                device.scheduler().filter(TrafficControl.class::isInstance).map(TrafficControl.class::cast);
        return traffic.flatMap(there -> {
            Optional<Qdisc> qdisc = parent.isNone() ? there.root() : there.find(parent.qdisc());
            Handle place = parent.isNone() ? qdisc.map(Qdisc::handle).orElse(parent) : parent;
            return qdisc.flatMap(one ->
                    one.block(place).map(block -> new Place(block.name().orElse(one.handle()), block.lists())));
        });
    }

    /** The actions of a namespace's filters. */
    public static List<Action> actions(Namespace namespace, String kind) {
        return actions(namespace)
                .filter(action -> action.spec().kind().equals(kind))
                .sorted(Comparator.comparingInt(Action::index))
                .toList();
    }

    private static Stream<Action> actions(Namespace namespace) {
        return namespace.devices().all().stream()
                .flatMap(device -> device.scheduler().stream())
                .filter(TrafficControl.class::isInstance)
                .map(TrafficControl.class::cast)
                .flatMap(traffic -> traffic.all().stream())
                .flatMap(Filters::blocks)
                .flatMap(FilterBlock::actions);
    }

    private static Stream<FilterBlock> blocks(Qdisc qdisc) {
        return qdisc instanceof IngressPoint point
                ? Stream.of(point.arriving(), point.leaving())
                : qdisc.block(qdisc.handle()).stream();
    }

    /** tc_new_tfilter. @throws NetException ENOENT, EEXIST, EINVAL */
    public void modify(Verb verb, FilterRequest request) {
        if (request.priority() == 0 && !verb.creates()) {
            throw new NetException(Errno.ENOENT, "Invalid filter command with priority of zero");
        }
        FilterBlock block = block(request.parent());
        Optional<FilterList> found = block.list(request.priority()).filter(list -> request.priority() != 0);
        found.ifPresent(list -> checkProtocol(request, list));
        FilterList list = found.orElseGet(() -> begin(verb, request, block));
        checkKind(request, list);
        block.name(
                request.parent().isNone() ? traffic.root().map(Qdisc::handle).orElse(Handle.NONE) : request.parent());
        try {
            change(verb, request, list);
        } finally {
            if (found.isEmpty() && list.filters().isEmpty() && !list.kind().equals("u32")) {
                block.end(list);
            }
        }
    }

    private static void checkProtocol(FilterRequest request, FilterList list) {
        if (request.protocol() != 0 && request.protocol() != list.protocol()) {
            throw new NetException(Errno.EINVAL, "Filter with specified priority/protocol not found");
        }
    }

    private static void checkKind(FilterRequest request, FilterList list) {
        if (request.kind().filter(kind -> !kind.equals(list.kind())).isPresent()) {
            throw new NetException(Errno.EINVAL, "Specified filter kind does not match existing one");
        }
    }

    private static FilterList begin(Verb verb, FilterRequest request, FilterBlock block) {
        if (request.kind().isEmpty() || request.protocol() == 0) {
            throw new NetException(Errno.EINVAL, "Filter kind and protocol must be specified");
        }
        if (!verb.creates()) {
            throw new NetException(Errno.ENOENT, "Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter");
        }
        String kind = request.kind().get();
        if (!KINDS.contains(kind)) {
            throw new NetException(Errno.ENOENT, "TC classifier not found");
        }
        if (!kind.equals("u32")
                || !request.actions().isEmpty()
                || request.police().isPresent()) {
            block.loadModule();
        }
        int priority = request.priority() == 0 ? block.freePriority() : request.priority();
        return block.begin(priority, request.protocol(), kind);
    }

    private void change(Verb verb, FilterRequest request, FilterList list) {
        boolean there = request.handle() != 0 && list.find(request.handle()).isPresent();
        if (!there && !verb.creates()) {
            throw new NetException(Errno.ENOENT, "Need both RTM_NEWTFILTER and NLM_F_CREATE to create a new filter");
        }
        if (there && verb.isExclusive()) {
            throw new NetException(Errno.EEXIST, "Filter already exists");
        }
        if (list.kind().equals("matchall") && !list.filters().isEmpty()) {
            throw new NetException(Errno.EEXIST);
        }
        if (list.kind().equals("fw") && request.handle() == 0) {
            throw new NetException(Errno.EINVAL);
        }
        if (request.options().isEmpty()) {
            if (list.kind().equals("u32")) {
                return;
            }
            throw new NetException(Errno.EINVAL);
        }
        int handle = request.handle() == 0 ? list.freeHandle() : request.handle();
        List<Action> actions = new ArrayList<>();
        request.actions().forEach(spec -> actions.add(install(spec, actions)));
        Optional<Action> police = request.police().map(spec -> install(spec, actions));
        list.add(new Filter(handle, request.options().get(), request.classId(), actions, police));
    }

    /** An action gets the lowest number that is free among those of its kind. */
    private Action install(ActionSpec spec, List<Action> pending) {
        TreeSet<Integer> taken = new TreeSet<>();
        Stream.concat(actions(device.namespace()), pending.stream())
                .filter(action -> action.spec().kind().equals(spec.kind()))
                .forEach(action -> taken.add(action.index()));
        int index = 1;
        while (taken.contains(index)) {
            index++;
        }
        return new Action(spec, index, traffic.now());
    }

    /** tc_del_tfilter. @throws NetException ENOENT, EINVAL */
    public void delete(FilterRequest request) {
        FilterBlock block = block(request.parent());
        if (request.priority() == 0) {
            if (request.protocol() != 0
                    || request.handle() != 0
                    || request.kind().isPresent()) {
                throw new NetException(Errno.ENOENT, "Cannot flush filters with protocol, handle or kind set");
            }
            block.clear();
            return;
        }
        if (block.lists().isEmpty()) {
            throw new NetException(Errno.ENOENT, "Cannot find specified filter chain");
        }
        FilterList list = block.list(request.priority())
                .filter(one -> request.protocol() == 0 || request.protocol() == one.protocol())
                .orElseThrow(() -> new NetException(Errno.ENOENT, "Filter with specified priority/protocol not found"));
        checkKind(request, list);
        if (request.handle() == 0) {
            block.end(list);
            return;
        }
        Filter doomed = list.find(request.handle())
                .orElseThrow(() -> new NetException(Errno.ENOENT, "Specified filter handle not found"));
        list.remove(doomed);
        if (list.filters().isEmpty()) {
            block.end(list);
        }
    }

    private FilterBlock block(Handle parent) {
        Optional<Qdisc> qdisc = parent.isNone() ? traffic.root() : traffic.find(parent.qdisc());
        if (parent.isNone() && qdisc.isEmpty()) {
            throw new NetException(Errno.EINVAL, "Qdisc not classful");
        }
        Qdisc owner = qdisc.orElseThrow(() -> new NetException(Errno.EINVAL, "Parent Qdisc doesn't exists"));
        if (!owner.isClassful()) {
            throw new NetException(Errno.EINVAL, "Qdisc not classful");
        }
        Handle place = parent.isNone() ? owner.handle() : parent;
        if (place.minor() != 0
                && !(owner instanceof IngressPoint)
                && owner.find(place).isEmpty()) {
            throw new NetException(Errno.ENOENT, "Specified class doesn't exist");
        }
        return owner.block(place).orElseThrow(() -> new NetException(Errno.EINVAL));
    }
}
