package org.vethlab.net.link;

import java.util.List;
import org.vethlab.net.link.BondPort.Link;
import org.vethlab.time.Timer;

/** Looks at the carrier of a bond's ports every so often (miimon; bond_miimon_inspect, bond_miimon_commit). */
final class BondMonitor {
    private static final long MILLISECOND = 1_000_000L;

    private final Bond bond;
    private final Timer timer;

    BondMonitor(Bond bond) {
        this.bond = bond;
        this.timer = bond.namespace().world().clock().idle(this::round);
    }

    /** What a port begins with. Surprising: without any monitor its link counts as up, for good. */
    void begin(BondPort port) {
        if (bond.options().isOn(BondOption.MIIMON)) {
            boolean waits = bond.options().isOn(BondOption.UPDELAY);
            port.link = works(port) ? waits ? Link.BACK : Link.UP : Link.DOWN;
            port.delay = waits ? bond.options().get(BondOption.UPDELAY) : 0;
        } else if (bond.options().isOn(BondOption.ARP_INTERVAL)) {
            port.link = works(port) ? Link.UP : Link.DOWN;
        } else {
            port.link = Link.UP;
        }
    }

    private static boolean works(BondPort port) {
        return port.device().isUp() && port.device().hasCarrier();
    }

    void restart() {
        timer.cancel();
        if (bond.isUp() && interval() > 0) {
            bond.namespace().world().clock().start(timer, 0);
        }
    }

    void stop() {
        timer.cancel();
    }

    /** The ARP monitor looks at the carrier too; that a port hears no answers it does not see here. */
    private long interval() {
        return Math.max(bond.options().get(BondOption.MIIMON), bond.options().get(BondOption.ARP_INTERVAL));
    }

    private void round() {
        boolean lonely = bond.selection().current().isEmpty();
        boolean changed = false;
        for (BondPort port : List.copyOf(bond.ports())) {
            Link next = inspect(port, lonely);
            if (next != port.link) {
                changed = true;
                commit(port, next);
            }
        }
        if (changed) {
            if (bond.options().mode() == BondMode.LACP) {
                bond.lacp().decide();
            }
            bond.updateCarrier();
            bond.namespace().world().linkWatch().run();
        }
        bond.namespace().world().clock().start(timer, interval() * MILLISECOND);
    }

    /** @param lonely no port is active: the updelay does not count */
    private Link inspect(BondPort port, boolean lonely) {
        boolean works = works(port);
        return switch (port.link) {
            case UP -> {
                port.delay = bond.options().get(BondOption.DOWNDELAY);
                yield works ? Link.UP : waitsFor(port, Link.FAIL, Link.DOWN);
            }
            case FAIL -> works ? Link.UP : waitsFor(port, Link.FAIL, Link.DOWN);
            case DOWN -> {
                port.delay = lonely ? 0 : bond.options().get(BondOption.UPDELAY);
                yield works ? waitsFor(port, Link.BACK, Link.UP) : Link.DOWN;
            }
            case BACK -> {
                port.delay = lonely ? 0 : port.delay;
                yield works ? waitsFor(port, Link.BACK, Link.UP) : Link.DOWN;
            }
        };
    }

    private static Link waitsFor(BondPort port, Link meanwhile, Link then) {
        if (port.delay <= 0) {
            return then;
        }
        port.delay--;
        return meanwhile;
    }

    private void commit(BondPort port, Link next) {
        Link before = port.link;
        port.link = next;
        BondMode mode = bond.options().mode();
        if (next == Link.UP && before != Link.FAIL) {
            port.active(port.isActive() || !mode.usesPrimary());
            if (bond.selection().current().isEmpty() || bond.selection().isPrimary(port)) {
                bond.selection().select();
            }
        } else if (next == Link.DOWN && before != Link.BACK) {
            port.countFailure();
            if (mode == BondMode.ACTIVE_BACKUP || mode == BondMode.LACP) {
                port.active(false);
            }
            if (bond.selection().isCurrent(port)) {
                bond.selection().select();
            }
        }
    }
}
