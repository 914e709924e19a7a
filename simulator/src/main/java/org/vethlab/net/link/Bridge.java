package org.vethlab.net.link;

import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.wire.EthernetFrame;

/** A bridge (net/bridge): learns, ages, floods. */
public final class Bridge extends Device {
    Bridge(Namespace namespace, int index, String name, MacAddress address) {
        super(namespace, index, name, address, 1500);
        flag(DeviceFlag.BROADCAST, true);
        flag(DeviceFlag.MULTICAST, true);
    }

    @Override
    public String kind() {
        return "bridge";
    }

    @Override
    public boolean isNamespaceLocal() {
        return true;
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        statistics().countSent(frame);
        return true;
    }
}
