package org.vethlab.net.route;

import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;

/**
 * What devices and addresses that come and go do to the routes over them (fib_sync_down_dev, fib_sync_down_addr,
 * fib_sync_up).
 */
final class FibSync {
    /** What happened to a device, as far as its routes care. */
    enum Event {
        /** Carrier lost: routes stay, marked {@code linkdown}. */
        CARRIER_LOST,
        /** Administratively down: routes go, except the local ones, so that own addresses stay own. */
        DOWN,
        /** The last address was deleted: all go. */
        LAST_ADDRESS_GONE,
        /** Gone for good: even a multipath route with other ways goes. */
        UNREGISTERED
    }

    private final Fib fib;

    FibSync(Fib fib) {
        this.fib = fib;
    }

    /** Marks next hops, and deletes routes that have none left. */
    void down(Device device, Event event) {
        boolean anyDead = false;
        for (FibTable table : fib.all()) {
            for (FibEntry entry : table.entries()) {
                if (isOwn(entry, device)) {
                    anyDead |= down(entry, device, event);
                }
            }
        }
        if (anyDead) {
            fib.flushDead();
        }
    }

    /** Next hops that stand by themselves look after themselves. */
    private static boolean isOwn(FibEntry entry, Device device) {
        return entry.route().nextHopId() == 0 && entry.uses(device);
    }

    private static boolean down(FibEntry entry, Device device, Event event) {
        int dead = 0;
        for (int i = 0; i < entry.hops(); i++) {
            NextHop hop = entry.hop(i);
            if (hop.dead()) {
                dead++;
                continue;
            }
            boolean spared = hop.scope().equals(Scope.NOWHERE) && (event == Event.DOWN || event == Event.CARRIER_LOST);
            if (hop.leavesBy(device) && !spared) {
                entry.setHop(i, hop.withState(event != Event.CARRIER_LOST, true));
                dead++;
            }
        }
        if (dead == entry.hops()) {
            entry.setLinkDown(true);
        }
        boolean gone = event != Event.CARRIER_LOST && (event == Event.UNREGISTERED || dead == entry.hops());
        if (gone) {
            entry.kill();
        }
        return gone;
    }

    /**
     * Administratively up, or carrier back: wakes the next hops that died with the device. Only multipath routes were
     * still there to be woken.
     */
    void up(Device device, boolean administratively) {
        if (!device.isUp()) {
            return;
        }
        boolean clearsLinkDown = !administratively || device.hasCarrier();
        for (FibTable table : fib.all()) {
            for (FibEntry entry : table.entries()) {
                if (isOwn(entry, device)) {
                    up(entry, device, administratively, clearsLinkDown);
                }
            }
        }
    }

    private static void up(FibEntry entry, Device device, boolean clearsDead, boolean clearsLinkDown) {
        boolean anyAlive = false;
        for (int i = 0; i < entry.hops(); i++) {
            NextHop hop = entry.hop(i);
            boolean lame = clearsDead && hop.dead() || clearsLinkDown && hop.linkDown();
            if (lame && !hop.leavesBy(device)) {
                continue;
            }
            anyAlive = true;
            entry.setHop(i, hop.withState(hop.dead() && !clearsDead, hop.linkDown() && !clearsLinkDown));
        }
        if (anyAlive && clearsLinkDown) {
            entry.setLinkDown(false);
        }
    }

    /** A local address is gone: routes of main that name it as their source go too. */
    void addressGone(Ipv4Address address) {
        boolean anyDead = false;
        for (FibTable table : fib.all()) {
            if (table.id() != Routing.TABLE_MAIN) {
                continue;
            }
            for (FibEntry entry : table.entries()) {
                boolean refusing = entry.hops() == 0;
                if (!refusing
                        && entry.route()
                                .preferredSource()
                                .filter(address::equals)
                                .isPresent()) {
                    entry.kill();
                    anyDead = true;
                }
            }
        }
        if (anyDead) {
            fib.flushDead();
        }
    }

    void mtuChanged(Device device, int newMtu, int oldMtu) {
        for (FibTable table : fib.all()) {
            for (FibEntry entry : table.entries()) {
                for (int i = 0; i < entry.hops(); i++) {
                    if (entry.hop(i).leavesBy(device)) {
                        entry.exceptions(i).deviceMtuChanged(newMtu, oldMtu);
                    }
                }
            }
        }
    }
}
