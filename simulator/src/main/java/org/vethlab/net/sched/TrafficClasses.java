package org.vethlab.net.sched;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;

/** What rtnetlink does with the classes of a device's qdiscs (tc_ctl_tclass). */
public final class TrafficClasses {
    private final TrafficControl traffic;

    public TrafficClasses(Device device) {
        this.traffic = TrafficControl.of(device);
    }

    /** A class as a dump tells it. */
    public record Row(String kind, TrafficClass one, QueueReport report) {}

    /** In the order of a dump. */
    public static List<Row> list(Device device) {
        return device.scheduler()
                .filter(TrafficControl.class::isInstance)
                .map(TrafficControl.class::cast)
                .map(TrafficClasses::rows)
                .orElse(List.of());
    }

    /** A netem in which nothing sits ends the dump: its class cannot be told, and no other comes behind it. */
    private static List<Row> rows(TrafficControl traffic) {
        return traffic.all().stream()
                .flatMap(qdisc ->
                        qdisc.classes().stream().map(one -> new Row(qdisc.kind(), one, new QueueReport.None())))
                .takeWhile(row -> row.one().isListed())
                .toList();
    }

    /** RTM_NEWTCLASS. @return a warning, if there is one. @throws NetException ENOENT, EEXIST, EINVAL */
    public Optional<String> modify(Verb verb, ClassRequest request) {
        Place place = place(request);
        Optional<TrafficClass> there =
                place.id().isNone() ? Optional.empty() : place.qdisc().find(place.id());
        if (there.isEmpty() && !verb.creates()) {
            throw new NetException(Errno.ENOENT);
        }
        if (there.isPresent() && verb.isExclusive()) {
            throw new NetException(Errno.EEXIST);
        }
        return place.qdisc().changeClass(new ClassRequest(place.parent(), place.id(), request.options()));
    }

    /** RTM_DELTCLASS. @throws NetException ENOENT, EBUSY */
    public void delete(ClassRequest request) {
        Place place = place(request);
        TrafficClass doomed = place.qdisc().find(place.id()).orElseThrow(() -> new NetException(Errno.ENOENT));
        place.qdisc().deleteClass(doomed);
    }

    private record Place(Qdisc qdisc, Handle parent, Handle id) {}

    /** The major numbers of parent and class complete each other; without any, the root qdisc is meant. */
    private Place place(ClassRequest request) {
        boolean atRoot = request.parent().equals(Handle.ROOT);
        Handle own = request.id().qdisc();
        Handle above = atRoot ? Handle.NONE : request.parent().qdisc();
        if (!own.isNone() && !above.isNone() && !own.equals(above)) {
            throw new NetException(Errno.EINVAL);
        }
        Handle wanted = own.isNone() ? above : own;
        Handle handle = wanted.isNone() ? traffic.root().map(Qdisc::handle).orElse(Handle.NONE) : wanted;
        Qdisc qdisc = traffic.find(handle).orElseThrow(() -> new NetException(Errno.ENOENT));
        if (!qdisc.isClassful()) {
            throw new NetException(Errno.EINVAL);
        }
        Handle parent = atRoot || request.parent().isNone()
                ? request.parent()
                : request.parent().under(handle);
        Handle id = request.id().isNone()
                ? (atRoot ? handle : Handle.NONE)
                : request.id().under(handle);
        return new Place(qdisc, parent, id);
    }
}
