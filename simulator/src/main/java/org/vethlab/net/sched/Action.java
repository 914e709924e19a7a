package org.vethlab.net.sched;

import org.vethlab.net.link.Device;
import org.vethlab.net.link.Ifb;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.VlanTag;

/** An action in force, with its number among those of its kind (struct tc_action). */
public final class Action {
    private final ActionSpec spec;
    private final int index;
    private final long installed;
    private final QdiscStatistics statistics = new QdiscStatistics();
    private long used;
    private boolean wasUsed;
    private long firstUsed;
    private long tokens;
    private long checked;

    Action(ActionSpec spec, int index, long now) {
        this.spec = spec;
        this.index = index;
        this.installed = now;
        this.used = now;
        this.checked = now;
        this.tokens = spec instanceof ActionSpec.Police police
                ? police.rate().nanos(police.rate().burstBytes())
                : 0;
    }

    public ActionSpec spec() {
        return spec;
    }

    public int index() {
        return index;
    }

    public QdiscStatistics statistics() {
        return statistics;
    }

    /** When it was made, on the world's clock. */
    public long installed() {
        return installed;
    }

    /** When it last had a packet; at first, when it was made. */
    public long used() {
        return used;
    }

    public boolean wasUsed() {
        return wasUsed;
    }

    public long firstUsed() {
        return firstUsed;
    }

    /** Where and when a packet was caught. */
    record Site(Device device, boolean arriving, long now) {}

    /** What it does to a packet, and the packet as it goes on. */
    record Result(Control control, Packet packet) {}

    /** @param site where the packet was caught */
    Result act(Packet packet, Site site) {
        long now = site.now();
        if (!wasUsed) {
            wasUsed = true;
            firstUsed = now;
        }
        used = now;
        statistics.sent(packet);
        if (spec instanceof ActionSpec.Mirred mirred) {
            return new Result(redirect(mirred, packet, site), packet);
        }
        if (spec instanceof ActionSpec.Police police) {
            return new Result(police(police, packet, now), packet);
        }
        if (spec instanceof ActionSpec.Edit edit) {
            edit.priority().ifPresent(priority -> packet.priority(priority.value()));
            return new Result(edit.control(), packet);
        }
        if (spec instanceof ActionSpec.VlanChange change) {
            return new Result(change.control(), packet.with(retag(change, packet.frame())));
        }
        statistics.drops += spec.control() == Control.DROP ? 1 : 0;
        return new Result(spec.control(), packet);
    }

    /** A device that is down takes nothing: what should have gone there is dropped (tcf_mirred_act). */
    private Control redirect(ActionSpec.Mirred mirred, Packet packet, Site site) {
        Device target = mirred.target();
        if (!target.isUp()) {
            statistics.overlimits++;
            return mirred.mirrors() ? mirred.control() : Control.DROP;
        }
        Redirections redirections = site.device().namespace().world().redirections();
        if (!redirections.enter()) {
            statistics.overlimits++;
            return Control.DROP;
        }
        send(mirred, packet, site);
        redirections.leave();
        return mirred.control();
    }

    private static void send(ActionSpec.Mirred mirred, Packet packet, Site site) {
        Device target = mirred.target();
        if (target instanceof Ifb ifb && !mirred.mirrors()) {
            ifb.redirect(packet.frame(), site.device(), site.arriving());
        } else if (mirred.ingress()) {
            target.receive(packet.frame());
        } else {
            target.transmit(packet.frame(), packet.mark());
        }
    }

    /** tcf_police_act: packets longer than the MTU exceed any rate; without a rate, that is all that counts. */
    private Control police(ActionSpec.Police police, Packet packet, long now) {
        RateSpec rate = police.rate();
        long full = rate.nanos(rate.burstBytes());
        long left = Math.min(full, tokens + Math.min(now - checked, full)) - rate.nanos(packet.length());
        if (packet.length() <= police.mtu() && (rate.rate() == 0 || left >= 0)) {
            checked = now;
            tokens = left;
            return police.conforming();
        }
        statistics.overlimits++;
        statistics.drops += police.exceeded() == Control.DROP ? 1 : 0;
        return police.exceeded();
    }

    private static EthernetFrame retag(ActionSpec.VlanChange change, EthernetFrame frame) {
        if (change.pushes()) {
            VlanTag tag = new VlanTag(change.tpid(), change.priority(), change.id(), frame.payload());
            return new EthernetFrame(frame.destination(), frame.source(), tag);
        }
        return frame.payload() instanceof VlanTag tag
                ? new EthernetFrame(frame.destination(), frame.source(), tag.payload())
                : frame;
    }
}
