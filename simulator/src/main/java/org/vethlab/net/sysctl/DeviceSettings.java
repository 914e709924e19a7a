package org.vethlab.net.sysctl;

import java.util.EnumSet;
import java.util.List;

/** A device's own settings: {@code net.ipv4.conf.DEVICE}, {@code net.ipv6.conf.DEVICE} and both {@code neigh.DEVICE}. */
public final class DeviceSettings {
    final Values<Ipv4Conf> ipv4;
    final Values<Ipv6Conf> ipv6;
    final Values<NeighbourConf> neighbour4;
    final Values<NeighbourConf> neighbour6;
    final EnumSet<Ipv4Conf> explicit = EnumSet.noneOf(Ipv4Conf.class);

    DeviceSettings(
            Values<Ipv4Conf> ipv4,
            Values<Ipv6Conf> ipv6,
            Values<NeighbourConf> neighbour4,
            Values<NeighbourConf> neighbour6) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
        this.neighbour4 = neighbour4;
        this.neighbour6 = neighbour6;
    }

    Values<NeighbourConf> neighbour(int family) {
        return family == 4 ? neighbour4 : neighbour6;
    }

    List<Object> state() {
        return List.of(ipv4.list(), ipv6.list(), neighbour4.list(), neighbour6.list());
    }

    /**
     * From now on nothing that is written to {@code net.ipv4.conf.default} changes this device any more
     * (ipv4_devconf_setall): its first IPv4 address does that.
     */
    public void detachFromDefault() {
        explicit.addAll(EnumSet.allOf(Ipv4Conf.class));
    }
}
