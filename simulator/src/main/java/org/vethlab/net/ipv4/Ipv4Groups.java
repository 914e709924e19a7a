package org.vethlab.net.ipv4;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.DeviceListener;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.RawData;

/** The multicast groups that a namespace's devices listen to (net/ipv4/igmp.c): each one that is up, to all hosts. */
public final class Ipv4Groups implements DeviceListener {
    /** All hosts of a link. Every host listens to it, so nobody reports it. */
    static final Ipv4Address ALL_HOSTS = new Ipv4Address(0xe000_0001);

    private static final long GROUP_MAC = 0x0100_5e00_0000L;
    private static final int MAC_BITS = 0x7f_ffff;

    private static final int QUERY = 0x11;
    private static final int QUERY_LENGTH = 8;
    private static final long TENTH = 100_000_000L;

    private final Namespace namespace;
    private final Map<Device, IgmpReports> devices = new HashMap<>();

    Ipv4Groups(Namespace namespace) {
        this.namespace = namespace;
        namespace.devices().addListener(this);
    }

    /** The Ethernet address of a group (RFC 1112, 6.4). */
    static MacAddress mac(Ipv4Address group) {
        return new MacAddress(GROUP_MAC | group.bits() & MAC_BITS);
    }

    /** The groups of a device, the newest first, as {@code ip maddr} lists them. */
    public List<Ipv4Address> of(Device device) {
        IgmpReports reports = devices.get(device);
        return reports == null ? List.of() : reports.groups();
    }

    /** Lets a device listen to a group, and tells the link. */
    public void join(Device device, Ipv4Address group) {
        reports(device).join(group);
        if (!device.has(DeviceFlag.LOOPBACK)) {
            device.joinGroup(mac(group));
        }
    }

    public void leave(Device device, Ipv4Address group) {
        reports(device).leave(group);
        if (!device.has(DeviceFlag.LOOPBACK)) {
            device.leaveGroup(mac(group));
        }
    }

    /** A message of IGMP came in: general queries of version 2 are answered (RFC 2236, 3). */
    void heard(Device device, Ipv4Packet packet) {
        if (!(packet.payload() instanceof RawData data)) {
            return;
        }
        byte[] message = data.bytes();
        if (message.length == QUERY_LENGTH && message[0] == QUERY) {
            reports(device).heardQuery((message[1] & 0xff) * TENTH);
        }
    }

    private IgmpReports reports(Device device) {
        return devices.computeIfAbsent(device, added -> new IgmpReports(namespace, added));
    }

    @Override
    public void up(Device device) {
        join(device, ALL_HOSTS);
    }

    @Override
    public void down(Device device) {
        leave(device, ALL_HOSTS);
        reports(device).cancel();
    }

    @Override
    public void unregistered(Device device) {
        devices.remove(device);
    }
}
