package org.vethlab.net.ipv4;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.DeviceListener;
import org.vethlab.net.route.Scope;
import org.vethlab.net.sysctl.Ipv4Conf;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.EthernetFrame;

/** What devices do to addresses (inetdev_event). */
final class AddressDeviceEvents implements DeviceListener {
    /** RFC 791: every network must carry packets of 68 bytes. */
    private static final int MIN_MTU = 68;

    private static final int NAME_LENGTH = 15;

    private final Namespace namespace;
    private final Addresses addresses;

    AddressDeviceEvents(Namespace namespace, Addresses addresses) {
        this.namespace = namespace;
        this.addresses = addresses;
    }

    @Override
    public void up(Device device) {
        if (device.mtu() < MIN_MTU) {
            return;
        }
        if (device.has(DeviceFlag.LOOPBACK) && !holds(device, Ipv4Address.LOOPBACK)) {
            addresses.insert(loopback(device));
        }
        announce(device);
    }

    private boolean holds(Device device, Ipv4Address address) {
        return addresses.of(device).stream().anyMatch(own -> own.local().equals(address) && own.prefixLength() == 8);
    }

    private static InterfaceAddress loopback(Device device) {
        return new InterfaceAddress(
                device,
                Ipv4Address.LOOPBACK,
                Ipv4Address.LOOPBACK,
                8,
                Optional.empty(),
                Scope.HOST,
                device.name(),
                false,
                InterfaceAddress.FOREVER,
                InterfaceAddress.FOREVER,
                false,
                0);
    }

    @Override
    public void addressChanged(Device device) {
        if (device.isUp()) {
            announce(device);
        }
    }

    /** Gratuitous ARP, only with net.ipv4.conf.DEV.arp_notify: when the device comes up or its MAC changes. */
    private void announce(Device device) {
        if (!addresses.of(device).isEmpty() && namespace.sysctls().isOn(device, Ipv4Conf.ARP_NOTIFY)) {
            notifyPeers(device);
        }
    }

    @Override
    public void notifyPeers(Device device) {
        for (InterfaceAddress address : addresses.of(device)) {
            ArpPacket request = ArpPacket.request(device.address(), address.local(), MacAddress.ZERO, address.local());
            device.transmit(new EthernetFrame(MacAddress.BROADCAST, device.address(), request));
        }
    }

    @Override
    public void unregistered(Device device) {
        addresses.removeAll(device);
    }

    @Override
    public void mtuChanged(Device device) {
        if (device.mtu() < MIN_MTU) {
            addresses.removeAll(device);
        }
    }

    /** The first label becomes the new name; the others keep what follows their colon, or get their number. */
    @Override
    public void renamed(Device device, String oldName) {
        int count = 0;
        for (InterfaceAddress address : List.copyOf(addresses.of(device))) {
            count++;
            addresses.change(address, address.withLabel(count == 1 ? device.name() : label(device, address, count)));
        }
    }

    private static String label(Device device, InterfaceAddress address, int count) {
        int colon = address.label().indexOf(':');
        String tail = colon < 0 ? ":" + count : address.label().substring(colon);
        String head = device.name();
        int room = NAME_LENGTH - tail.length();
        return (head.length() > room ? head.substring(0, Math.max(0, room)) : head) + tail;
    }
}
