package org.vethlab.net.sched;

import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Random early detection (sch_red.c), which drops nothing as long as its average queue stays short. */
final class RandomEarly extends SimpleQueue {
    private QdiscOptions.RandomEarly settings;

    RandomEarly(Seat seat, QdiscOptions options) {
        super(seat);
        if (!(options instanceof QdiscOptions.RandomEarly wanted)) {
            throw new NetException(Errno.EINVAL);
        }
        settings = wanted;
    }

    @Override
    public String kind() {
        return "red";
    }

    @Override
    public QdiscOptions options() {
        return settings;
    }

    @Override
    void change(QdiscOptions options) {
        if (options instanceof QdiscOptions.RandomEarly wanted) {
            settings = wanted;
        }
    }

    @Override
    boolean hasRoomFor(Packet packet) {
        return statistics().backlog + packet.length() <= settings.limit();
    }

    @Override
    public QueueReport report() {
        return new QueueReport.RandomEarly();
    }
}
