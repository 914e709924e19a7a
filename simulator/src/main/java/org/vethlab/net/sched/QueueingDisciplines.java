package org.vethlab.net.sched;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;

/** What rtnetlink does with the qdiscs of a device (sch_api.c): RTM_NEWQDISC, RTM_DELQDISC, RTM_GETQDISC. */
public final class QueueingDisciplines {
    private final Device device;
    private final TrafficControl traffic;

    public QueueingDisciplines(Device device) {
        this.device = device;
        this.traffic = TrafficControl.of(device);
    }

    /** All qdiscs of a device in the order of a dump; the device's own ones have no handle. */
    public static List<QdiscRow> list(Device device) {
        List<QdiscRow> rows = new ArrayList<>();
        Optional<TrafficControl> traffic =
                device.scheduler().filter(TrafficControl.class::isInstance).map(TrafficControl.class::cast);
        if (traffic.flatMap(TrafficControl::root).isEmpty()) {
            ownRoot(device).ifPresent(rows::add);
        }
        traffic.ifPresent(there -> there.all().forEach(qdisc -> rows.add(QdiscRow.of(qdisc))));
        return rows;
    }

    /** noop is never told of. */
    private static Optional<QdiscRow> ownRoot(Device device) {
        String kind = device.queueingDiscipline();
        if (kind.equals("noop")) {
            return Optional.empty();
        }
        QdiscOptions options = kind.equals("pfifo_fast")
                ? new QdiscOptions.Bands(PriorityBands.BANDS, PriorityBands.PRIORITY_MAP)
                : new QdiscOptions.None();
        return Optional.of(new QdiscRow(
                kind, Handle.NONE, Handle.ROOT, 2, options, new QdiscStatistics(), new QueueReport.None()));
    }

    /** tc_modify_qdisc. @throws NetException ENOENT, EEXIST, EINVAL, … */
    public void modify(Verb verb, QdiscRequest request) {
        if (request.parent().isNone()) {
            if (request.handle().isNone()) {
                throw new NetException(Errno.EINVAL, "Handle cannot be zero");
            }
            change(verb, request, traffic.find(request.handle()));
            return;
        }
        Optional<Qdisc> parent = parent(request.parent(), "Failed to find specified qdisc");
        Optional<Qdisc> there = occupant(parent, request.parent())
                .filter(qdisc -> !qdisc.handle().isNone());
        if (there.isPresent() && there.get().handle().equals(request.handle())) {
            change(verb, request, there);
        } else if (!request.handle().isNone()) {
            withHandle(verb, request, parent, there);
        } else if (there.isEmpty()) {
            create(verb, request, parent);
        } else if (request.isOfOtherKind(there.get()) && verb != Verb.LINK) {
            // Another kind takes the place, whether that is an addition, a replacement or even a mere change.
            create(Verb.REPLACE, request, parent);
        } else {
            change(verb, request, there);
        }
    }

    private void withHandle(Verb verb, QdiscRequest request, Optional<Qdisc> parent, Optional<Qdisc> there) {
        if (there.isPresent() && !verb.replaces()) {
            throw new NetException(Errno.EEXIST, "NLM_F_REPLACE needed to override");
        }
        if (request.handle().minor() != 0) {
            throw new NetException(Errno.EINVAL, "Invalid minor handle");
        }
        Optional<Qdisc> named = traffic.find(request.handle());
        if (named.isEmpty()) {
            create(verb, request, parent);
            return;
        }
        if (verb.isExclusive()) {
            throw new NetException(Errno.EEXIST, "Exclusivity flag on, cannot override");
        }
        checkKind(request, named.get());
        throw new NetException(Errno.EINVAL, "Cannot move an existing qdisc to a different parent");
    }

    private void change(Verb verb, QdiscRequest request, Optional<Qdisc> found) {
        Qdisc qdisc = found.orElseThrow(() -> new NetException(Errno.ENOENT, "Specified qdisc not found"));
        if (verb.isExclusive()) {
            throw new NetException(Errno.EEXIST, "Exclusivity flag on, cannot modify");
        }
        checkKind(request, qdisc);
        request.options().ifPresent(qdisc::change);
    }

    private void checkKind(QdiscRequest request, Qdisc qdisc) {
        if (request.isOfOtherKind(qdisc)) {
            throw wrongName();
        }
    }

    private NetException wrongName() {
        return new NetException(
                Errno.EINVAL, "Invalid qdisc name" + (traffic.isTerse() ? "" : ": must match existing qdisc"));
    }

    private void create(Verb verb, QdiscRequest request, Optional<Qdisc> parent) {
        if (!verb.creates()) {
            throw new NetException(Errno.ENOENT, "Qdisc not found. To create specify NLM_F_CREATE flag");
        }
        String kind = request.kind().orElse("");
        if (request.parent().equals(Handle.INGRESS)) {
            createIngress(kind);
            return;
        }
        Handle handle = request.handle().isNone() ? freeHandle() : request.handle();
        QdiscOptions options = request.options().orElse(new QdiscOptions.None());
        Qdisc made = QdiscFactory.create(new Qdisc.Seat(traffic, handle, request.parent()), kind, options);
        if (parent.isEmpty()) {
            traffic.root(Optional.of(made));
            return;
        }
        TrafficClass place = place(parent.get(), request.parent());
        place.graft(made).ifPresent(traffic::forget);
        traffic.adopt(made);
    }

    private void createIngress(String kind) {
        if (!kind.equals("ingress") && !kind.equals("clsact")) {
            throw new NetException(Errno.EINVAL, "Specified parent ID is reserved for ingress and clsact Qdiscs");
        }
        Handle handle = Handle.of(0xffff, 0);
        Qdisc.Seat seat = new Qdisc.Seat(traffic, handle, Handle.INGRESS);
        traffic.ingress(Optional.of(new IngressPoint(seat, kind.equals("clsact"))));
    }

    /** Numbers from 8001: on, one row for the whole machine (qdisc_alloc_handle). */
    private Handle freeHandle() {
        Handle handle = Handle.of(device.namespace().world().nextQdiscHandle(), 0);
        return traffic.find(handle).isPresent() ? freeHandle() : handle;
    }

    /** The qdisc that a place belongs to; none for the device's own places. */
    private Optional<Qdisc> parent(Handle place, String unknown) {
        if (place.equals(Handle.ROOT) || place.equals(Handle.INGRESS)) {
            return Optional.empty();
        }
        Optional<Qdisc> parent = traffic.find(place.qdisc());
        if (parent.isEmpty()) {
            throw new NetException(Errno.ENOENT, unknown);
        }
        return parent;
    }

    private Optional<Qdisc> occupant(Optional<Qdisc> parent, Handle place) {
        if (place.equals(Handle.ROOT)) {
            return traffic.root();
        }
        if (place.equals(Handle.INGRESS)) {
            return traffic.ingress().map(point -> point);
        }
        return parent.flatMap(qdisc -> place(qdisc, place).leaf());
    }

    private static TrafficClass place(Qdisc parent, Handle id) {
        if (!parent.isClassful()) {
            throw new NetException(Errno.EOPNOTSUPP, "Parent qdisc is not classful");
        }
        return parent.find(id).orElseThrow(() -> new NetException(Errno.ENOENT, "Specified class not found"));
    }

    /** tc_get_qdisc with RTM_DELQDISC. @throws NetException ENOENT, EINVAL */
    public void delete(QdiscRequest request) {
        if (request.parent().isNone()) {
            if (traffic.find(request.handle()).isEmpty()) {
                throw new NetException(Errno.ENOENT, "Failed to find qdisc with specified handle");
            }
            throw new NetException(Errno.EINVAL, "Classid cannot be zero");
        }
        Optional<Qdisc> parent = parent(request.parent(), "Failed to find qdisc with specified classid");
        Optional<Qdisc> found = occupant(parent, request.parent());
        if (found.isEmpty()) {
            refuseVacant(parent, request);
            return;
        }
        Qdisc doomed = found.get();
        if (!request.handle().isNone() && !request.handle().equals(doomed.handle())) {
            throw new NetException(Errno.EINVAL, "Invalid handle");
        }
        checkKind(request, doomed);
        if (doomed.handle().isNone()) {
            throw new NetException(Errno.ENOENT, "Cannot delete qdisc with handle of zero");
        }
        takeAway(parent, request.parent(), doomed);
    }

    /** The device's own root has no handle; an ingress place that once was used holds noop, which has none either. */
    private void refuseVacant(Optional<Qdisc> parent, QdiscRequest request) {
        boolean own =
                request.parent().equals(Handle.ROOT) || request.parent().equals(Handle.INGRESS) && traffic.hadIngress();
        if (parent.isPresent() || !own) {
            throw new NetException(Errno.ENOENT, "Cannot find specified qdisc on specified device");
        }
        if (!request.handle().isNone()) {
            throw new NetException(Errno.EINVAL, "Invalid handle");
        }
        if (request.kind().isPresent() && !request.kind().get().equals(device.queueingDiscipline())) {
            throw wrongName();
        }
        throw new NetException(Errno.ENOENT, "Cannot delete qdisc with handle of zero");
    }

    private void takeAway(Optional<Qdisc> parent, Handle place, Qdisc doomed) {
        if (place.equals(Handle.INGRESS)) {
            traffic.ingress(Optional.empty());
        } else if (parent.isEmpty()) {
            traffic.root(Optional.empty());
            device.queued(device.isUp());
        } else {
            TrafficClass one = place(parent.get(), place);
            traffic.forget(doomed);
            one.vacate();
        }
    }
}
