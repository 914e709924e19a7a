package org.vethlab.net.link;

import java.util.OptionalInt;
import org.vethlab.addr.MacAddress;
import org.vethlab.wire.EthernetFrame;

/** A device whose far end is a program; here it stays without one, as {@code ip tuntap} makes it (drivers/net/tun.c). */
public final class TunTap extends Device {
    private static final int TUN_QUEUE_LENGTH = 500;
    private static final int MOST_TAP_MTU = 65521;

    private final Settings settings;

    /**
     * @param tap frames (tap) or packets (tun)
     * @param packetInformation a header of four bytes before each
     */
    public record Settings(
            boolean tap,
            boolean packetInformation,
            boolean virtualHeader,
            boolean manyQueues,
            OptionalInt user,
            OptionalInt group) {}

    TunTap(NewDevice site, Settings settings) {
        super(site, settings.tap() ? site.addressOrRandom() : MacAddress.ZERO, ETHERNET_MTU);
        this.settings = settings;
        flag(DeviceFlag.MULTICAST, true);
        flag(settings.tap() ? DeviceFlag.BROADCAST : DeviceFlag.POINTOPOINT, true);
        flag(DeviceFlag.NOARP, !settings.tap());
        initialCarrier(false);
        if (!settings.tap()) {
            attributes().queueLength(TUN_QUEUE_LENGTH);
        }
    }

    @Override
    public String kind() {
        return "tun";
    }

    public Settings options() {
        return settings;
    }

    @Override
    public HardwareType hardwareType() {
        return settings.tap() ? HardwareType.ETHER : HardwareType.NONE;
    }

    @Override
    public String hardwareAddress() {
        return settings.tap() ? super.hardwareAddress() : "";
    }

    @Override
    public int maxMtu() {
        return settings.tap() ? MOST_TAP_MTU : MAX_MTU;
    }

    @Override
    String defaultQueueingDiscipline() {
        return "pfifo_fast";
    }

    @Override
    boolean isRenamedWhileUp() {
        return false;
    }

    /** Without a program at the far end there is no carrier, for good. */
    @Override
    void opened() {
        operState(OperState.DOWN);
    }

    @Override
    protected boolean startTransmit(EthernetFrame frame) {
        statistics().txDropped++;
        return true;
    }
}
