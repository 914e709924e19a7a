package org.vethlab.net.link;

import java.util.EnumMap;
import java.util.List;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** The numbers that a bond is set to, and what setting one does to others (bond_option_*_set). */
public final class BondSettings {
    /** BOND_DEFAULT_MIIMON, milliseconds. */
    private static final long DEFAULT_MONITORING = 100;

    private final EnumMap<BondOption, Long> values = new EnumMap<>(BondOption.class);
    private List<Ipv4Address> arpTargets = List.of();

    BondSettings() {
        for (BondOption option : BondOption.values()) {
            values.put(option, option.initial());
        }
    }

    public long get(BondOption option) {
        return values.getOrDefault(option, option.initial());
    }

    public boolean isOn(BondOption option) {
        return get(option) != 0;
    }

    public BondMode mode() {
        return BondMode.of(get(BondOption.MODE)).orElse(BondMode.BALANCE_RR);
    }

    /** The value in the unit of netlink: a delay is kept as rounds of the monitor, and shown in milliseconds. */
    public long shown(BondOption option) {
        return switch (option) {
            case UPDELAY, DOWNDELAY, PEER_NOTIFY_DELAY -> get(option) * get(BondOption.MIIMON);
            default -> get(option);
        };
    }

    /** The value as {@code ip} and /proc name it. */
    public String text(BondOption option) {
        long value = shown(option);
        return option.names().isEmpty() ? Long.toString(value) : option.names().get((int) value);
    }

    /** Whom the ARP monitor asks. */
    public List<Ipv4Address> arpTargets() {
        return arpTargets;
    }

    void arpTargets(List<Ipv4Address> targets) {
        arpTargets = List.copyOf(targets);
    }

    void put(BondOption option, long value) {
        switch (option) {
            case MODE -> mode(value);
            case MIIMON -> miiMonitoring(value);
            case ARP_INTERVAL -> arpMonitoring(value);
            case UPDELAY, DOWNDELAY, PEER_NOTIFY_DELAY -> delay(option, value);
            default -> values.put(option, value);
        }
    }

    private void mode(long value) {
        values.put(BondOption.MODE, value);
        values.put(BondOption.ARP_VALIDATE, 0L);
        if (mode().needsCarrier()) {
            values.put(BondOption.ARP_INTERVAL, 0L);
            values.merge(BondOption.MIIMON, DEFAULT_MONITORING, (set, initial) -> set == 0 ? initial : set);
        }
    }

    /** One way of monitoring ends the other. */
    private void miiMonitoring(long value) {
        values.put(BondOption.MIIMON, value);
        values.put(BondOption.ARP_INTERVAL, 0L);
        values.put(BondOption.ARP_VALIDATE, 0L);
    }

    private void arpMonitoring(long value) {
        values.put(BondOption.ARP_INTERVAL, value);
        if (value != 0) {
            values.put(BondOption.MIIMON, 0L);
        }
    }

    /** Delays are whole rounds of the monitor: what is left over is dropped. @throws NetException EPERM without monitor */
    private void delay(BondOption option, long value) {
        long interval = get(BondOption.MIIMON);
        if (interval == 0) {
            throw new NetException(Errno.EPERM);
        }
        values.put(option, value / interval);
    }
}
