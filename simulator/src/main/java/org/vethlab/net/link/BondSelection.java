package org.vethlab.net.link;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.MacAddress;

/** Which port of a bond is the active one (bond_find_best_slave, bond_change_active_slave). */
final class BondSelection {
    private static final int RESELECT_BETTER = 1;
    private static final int RESELECT_FAILURE = 2;
    private static final int MAC_FOLLOWS_PORT = 1;

    private final Bond bond;
    private @Nullable BondPort current;
    private @Nullable BondPort primary;
    private String primaryName = "";
    private boolean forcePrimary;

    BondSelection(Bond bond) {
        this.bond = bond;
    }

    Optional<BondPort> current() {
        return Optional.ofNullable(current);
    }

    Optional<BondPort> primary() {
        return Optional.ofNullable(primary);
    }

    boolean isCurrent(BondPort port) {
        return current == port;
    }

    boolean isPrimary(BondPort port) {
        return primary == port;
    }

    private boolean usesPrimary() {
        return bond.options().mode().usesPrimary();
    }

    /** A new port: where all work it is active at once; its name may be that of the wanted primary. */
    void joined(BondPort port) {
        if (usesPrimary() && port.device().name().equals(primaryName)) {
            primary = port;
            forcePrimary = true;
        }
        port.active(!usesPrimary());
        if (!usesPrimary() && current == null && port.link() == BondPort.Link.UP) {
            current = port;
        }
    }

    void left(BondPort port) {
        if (primary == port) {
            primary = null;
        }
        if (current == port) {
            current = null;
        }
    }

    /** {@code primary DEVICE}: it may join later. */
    void prefer(Device device) {
        primaryName = device.name();
        primary = bond.port(device).orElse(null);
        forcePrimary = primary != null;
        select();
    }

    /** {@code active_slave DEVICE}; empty lets the bond choose. @throws org.vethlab.net.NetException EINVAL if it is down */
    void choose(Optional<BondPort> port) {
        if (port.isEmpty()) {
            current = null;
            select();
            return;
        }
        BondPort wanted = port.get();
        if (wanted == current) {
            return;
        }
        if (current == null
                || wanted.link() != BondPort.Link.UP
                || !wanted.device().isUp()) {
            throw BondOption.invalid();
        }
        change(wanted);
    }

    /** Looks for the best port; a change is told to the neighbours. */
    void select() {
        if (!usesPrimary()) {
            return;
        }
        BondPort best = best();
        if (best != current) {
            change(best);
            bond.updateCarrier();
        }
    }

    private @Nullable BondPort best() {
        BondPort kept = primaryOrCurrent();
        if (kept != null) {
            return kept;
        }
        BondPort coming = null;
        for (BondPort port : bond.ports()) {
            if (port.link() == BondPort.Link.UP) {
                return port;
            }
            boolean sooner = coming == null || port.delay < coming.delay;
            if (port.link() == BondPort.Link.BACK && port.device().isUp() && sooner) {
                coming = port;
            }
        }
        return coming != null && coming.delay < bond.options().get(BondOption.UPDELAY) ? coming : null;
    }

    private @Nullable BondPort primaryOrCurrent() {
        BondPort usable = current != null && current.link() == BondPort.Link.UP ? current : null;
        if (primary == null || primary.link() != BondPort.Link.UP) {
            return usable;
        }
        if (forcePrimary || usable == null) {
            forcePrimary = false;
            return primary;
        }
        long policy = bond.options().get(BondOption.PRIMARY_RESELECT);
        boolean stays = policy == RESELECT_FAILURE
                || policy == RESELECT_BETTER
                        && primary.device().speed() <= usable.device().speed();
        return stays ? usable : primary;
    }

    private void change(@Nullable BondPort chosen) {
        BondPort old = current;
        if (old != null) {
            old.active(bond.options().mode().balancesByItself());
        }
        current = chosen;
        if (chosen == null) {
            return;
        }
        if (chosen.link() == BondPort.Link.BACK) {
            chosen.delay = 0;
            chosen.link = BondPort.Link.UP;
        }
        chosen.active(true);
        moveAddress(old, chosen);
        bond.updateCarrier();
        notifyPeers();
    }

    private void moveAddress(@Nullable BondPort old, BondPort chosen) {
        long policy = bond.options().get(BondOption.FAIL_OVER_MAC);
        if (policy == 0 || bond.options().mode() != BondMode.ACTIVE_BACKUP) {
            return;
        }
        if (policy == MAC_FOLLOWS_PORT) {
            bond.changeAddress(chosen.device().address());
            return;
        }
        // The port follows the bond: the new one takes the bond's address, and leaves its own to the old one.
        MacAddress own = chosen.device().address();
        if (old != null) {
            Bond.give(old.device(), own);
        }
        Bond.give(chosen.device(), bond.address());
    }

    /** Gratuitous ARP, so that switches learn the new way at once (num_grat_arp; NETDEV_NOTIFY_PEERS). */
    private void notifyPeers() {
        if (bond.isUp() && bond.hasCarrier() && bond.options().isOn(BondOption.NUM_GRAT_ARP)) {
            Events.notifyPeers(bond);
        }
    }
}
