package org.vethlab.net.link;

import org.vethlab.wire.EthernetFrame;

/** A device that drops all that it is given, and counts it as sent (drivers/net/dummy.c). */
public final class Dummy extends Device {
    Dummy(NewDevice site) {
        super(site, site.addressOrRandom(), ETHERNET_MTU);
        flag(DeviceFlag.BROADCAST, true);
        flag(DeviceFlag.NOARP, true);
    }

    @Override
    public String kind() {
        return "dummy";
    }

    @Override
    public int minMtu() {
        return 0;
    }

    @Override
    public int maxMtu() {
        return 0;
    }

    @Override
    boolean isRenamedWhileUp() {
        return false;
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        statistics().countSent(frame);
        LinkTrace.swallowed(this, frame);
        return true;
    }
}
