package org.vethlab.net.link;

import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.wire.EthernetFrame;

/** The loopback device {@code lo}: what goes out comes in (drivers/net/loopback.c). */
public final class Loopback extends Device {
    public static final int INDEX = 1;

    private static final int MTU = 65536;

    Loopback(Namespace namespace) {
        super(namespace, INDEX, "lo", MacAddress.ZERO, MTU);
        flag(DeviceFlag.LOOPBACK, true);
    }

    @Override
    public String kind() {
        return "";
    }

    @Override
    public HardwareType hardwareType() {
        return HardwareType.LOOPBACK;
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
    public boolean isNamespaceLocal() {
        return true;
    }

    @Override
    public int segmentationLimit() {
        return LARGEST_SEGMENTATION_LIMIT;
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        statistics().countLooped(frame);
        namespace().world().frames().send(this, frame);
        return true;
    }
}
