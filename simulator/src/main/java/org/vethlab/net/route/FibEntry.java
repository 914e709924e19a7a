package org.vethlab.net.route;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.link.Device;

/**
 * A route in a table, with what changes about it: the state of its next hops, and what ICMP has taught about single
 * destinations behind them (struct fib_alias, fib_info, fib_nh_exception).
 */
final class FibEntry {
    private final List<NextHopExceptions> exceptions = new ArrayList<>();
    private Route route;
    private boolean dead;
    private int chosenDefault = -1;

    FibEntry(Route route) {
        this.route = route;
        forgetExceptions();
    }

    private void forgetExceptions() {
        exceptions.clear();
        for (int i = 0; i < Math.max(1, route.nextHops().size()); i++) {
            exceptions.add(new NextHopExceptions());
        }
    }

    Route route() {
        return route;
    }

    /** RTNH_F_DEAD: no next hop is left; the next flush takes the route away. */
    boolean isDead() {
        return dead;
    }

    void kill() {
        dead = true;
    }

    /** Which of several equal default routes serves, by its place among them; -1 while none was chosen (fa_default). */
    int chosenDefault() {
        return chosenDefault;
    }

    void chooseDefault(int place) {
        chosenDefault = place;
    }

    NextHopExceptions exceptions(int hop) {
        return exceptions.get(hop);
    }

    List<NextHopExceptions> exceptions() {
        return exceptions;
    }

    NextHop hop(int index) {
        return route.nextHops().get(index);
    }

    int hops() {
        return route.nextHops().size();
    }

    void setHop(int index, NextHop hop) {
        List<NextHop> hops = new ArrayList<>(route.nextHops());
        hops.set(index, hop);
        route = route.withNextHops(hops);
    }

    /** The next hop object that the route names has changed. */
    void become(Route changed) {
        route = changed;
        forgetExceptions();
    }

    void setLinkDown(boolean down) {
        route = route.withLinkDown(down);
    }

    boolean uses(Device device) {
        return route.uses(device);
    }

    @Override
    public String toString() {
        return route.toString();
    }
}
