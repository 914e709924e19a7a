package org.vethlab.net.link;

import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.wire.EthernetFrame;

/** A bridge (net/bridge): learns, ages, floods. */
public final class Bridge extends Device {
    Bridge(Namespace namespace, int index, String name, MacAddress address) {
        super(namespace, index, name, address, 1500);
    }

    @Override
    public String kind() {
        return "bridge";
    }

    @Override
    protected void startTransmit(EthernetFrame frame) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public boolean hasCarrier() {
        return false;
    }
}
