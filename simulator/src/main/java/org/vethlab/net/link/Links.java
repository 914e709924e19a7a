package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;

/** Makes, changes and deletes the devices of a namespace: rtnetlink's RTM_NEWLINK, RTM_SETLINK and RTM_DELLINK. */
public final class Links {
    private final Namespace namespace;

    public Links(Namespace namespace) {
        this.namespace = namespace;
    }

    /** The loopback device that every namespace has from its beginning. */
    public Device createLoopback() {
        namespace.devices().newIndex();
        return register(new Loopback(namespace));
    }

    /** @throws NetException EEXIST, EINVAL, … with Linux's extended acknowledgement where it has one */
    public Device create(LinkRequest request) {
        Device device = new LinkFactory(namespace).create(request);
        namespace.world().linkWatch().run();
        return device;
    }

    Device register(Device device) {
        namespace.devices().add(device);
        Events.registered(device);
        return device;
    }

    /** Deletes a device, and with it a veth's peer. @throws NetException EOPNOTSUPP for lo */
    public void delete(Device device) {
        if (device instanceof Loopback) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        if (device instanceof IpTunnel tunnel && tunnel.isFallback()) {
            // Surprising: nothing happens, and nothing is said (ip_tunnel_dellink).
            return;
        }
        remove(device);
    }

    private void remove(Device device) {
        Set<Device> all = new LinkedHashSet<>();
        collect(device, all);
        all.forEach(Links::takeAway);
        all.forEach(Device::deleted);
        namespace.world().linkWatch().run();
    }

    private static void collect(Device device, Set<Device> all) {
        if (all.add(device)) {
            device.companions().forEach(companion -> collect(companion, all));
            device.uppers().list().forEach(upper -> collect(upper, all));
        }
    }

    private static void takeAway(Device device) {
        Links links = device.namespace().links();
        links.close(device);
        Events.unregistered(device);
        device.namespace().devices().remove(device);
        device.namespace().sockets().removed(device);
        device.namespace().world().linkWatch().forget(device);
    }

    /** Sets a device up (__dev_open). Of no effect on one that is up. */
    public void setUp(Device device) {
        if (device.isUp()) {
            return;
        }
        device.opened();
        device.up(true);
        device.receiveFilter().update();
        device.activated();
        Events.up(device);
        namespace.world().linkWatch().run();
    }

    public void setDown(Device device) {
        close(device);
        namespace.world().linkWatch().run();
    }

    private void close(Device device) {
        if (device.isUp()) {
            device.closed();
            device.up(false);
            Events.down(device);
            namespace.sockets().down(device);
        }
    }

    /** @throws NetException EINVAL, if the kind of device does not allow it */
    public void setMtu(Device device, int mtu) {
        checkMtu(mtu, device.minMtu(), device.maxMtu());
        if (mtu != device.mtu()) {
            device.takeMtu(mtu);
            Events.mtuChanged(device);
        }
    }

    static void checkMtu(int mtu, int least, int most) {
        if (mtu < 0 || mtu < least) {
            throw new NetException(Errno.EINVAL, "mtu less than device minimum");
        }
        if (most > 0 && mtu > most) {
            throw new NetException(Errno.EINVAL, "mtu greater than device maximum");
        }
    }

    /** @throws NetException EADDRNOTAVAIL for a group's address or none */
    public void setAddress(Device device, MacAddress address) {
        if (address.isGroup() || address.equals(MacAddress.ZERO)) {
            throw new NetException(Errno.EADDRNOTAVAIL);
        }
        device.takeAddress(address);
        device.provenance().addressSet();
        Events.addressChanged(device);
        namespace.world().linkWatch().run();
    }

    public void setFlag(Device device, DeviceFlag flag, boolean on) {
        if (device.has(flag) == on) {
            return;
        }
        device.flag(flag, on);
        if (flag == DeviceFlag.PROMISC) {
            device.promiscuous(on);
        }
        if (flag == DeviceFlag.ALLMULTI) {
            device.attributes().allMulticast(on);
        }
        if (device.isUp()) {
            Events.changed(device);
        }
    }

    /** @throws NetException EINVAL, EEXIST, EBUSY */
    public void rename(Device device, String name) {
        String oldName = device.name();
        if (oldName.equals(name)) {
            return;
        }
        if (device.isUp() && !device.isRenamedWhileUp()) {
            throw new NetException(Errno.EBUSY);
        }
        String newName = DeviceNames.choose(namespace.devices(), name);
        namespace.devices().rename(device, newName);
        device.provenance().renamed();
        Events.renamed(device, oldName);
    }

    /** Gives a device another name (RTM_NEWLINKPROP). @throws NetException EEXIST */
    public void addAlternativeName(Device device, String name) {
        if (namespace.devices().byName(name).isPresent()) {
            throw new NetException(Errno.EEXIST);
        }
        device.attributes().addAlternativeName(name);
        namespace.devices().add(device);
    }

    /** @throws NetException ENOENT if nothing has the name, EINVAL if another device has, or it is the main name */
    public void removeAlternativeName(Device device, String name) {
        Device owner = namespace.devices().byName(name).orElseThrow(() -> new NetException(Errno.ENOENT));
        if (owner != device || name.equals(device.name())) {
            throw new NetException(Errno.EINVAL);
        }
        namespace.devices().remove(device);
        device.attributes().removeAlternativeName(name);
        namespace.devices().add(device);
    }

    public void setAlias(Device device, String alias) {
        device.attributes().alias(alias);
    }

    public void setQueueLength(Device device, int length) {
        device.attributes().queueLength(length);
    }

    public void setGroup(Device device, int group) {
        device.attributes().group(group);
    }

    /**
     * Moves a device to another namespace: down, without addresses, perhaps renumbered (__dev_change_net_namespace).
     * It arrives with its name if that is free there, and gets the new one then.
     */
    public void move(Device device, Namespace target, Optional<String> newName) {
        if (target == namespace) {
            return;
        }
        if (device.isNamespaceLocal()) {
            // Linux 6.1, which some kinds are known from alone, has no words for it.
            throw device.isRenamedWhileUp()
                    ? new NetException(Errno.EINVAL, "The interface netns is immutable")
                    : new NetException(Errno.EINVAL);
        }
        String name = DeviceNames.elsewhere(device, target.devices(), newName);
        close(device);
        Events.unregistered(device);
        namespace.devices().remove(device);
        namespace.sockets().removed(device);
        namespace.assignId(target);
        boolean taken = target.devices().byIndex(device.index()).isPresent();
        device.moveTo(target, taken ? target.devices().newIndex() : device.index(), name);
        target.devices().add(device);
        Events.registered(device);
        newName.ifPresent(wanted -> target.links().rename(device, wanted));
        namespace.world().linkWatch().run();
    }

    /** Makes a device a port of a bridge (bond, VRF), or releases it. @throws NetException EOPNOTSUPP, EINVAL, ELOOP */
    public void setMaster(Device device, Optional<Device> master) {
        if (device.master().equals(master)) {
            return;
        }
        device.master().ifPresent(old -> old.removePort(device));
        if (master.isPresent()) {
            master.get().addPort(device);
        }
        Events.changed(device);
        namespace.world().linkWatch().run();
    }

    /** Somebody has all devices told (a dump of RTM_GETLINK), which gives numbers to the namespaces of their peers. */
    public void dump() {
        namespace.devices().all().forEach(Events::message);
    }

    /** The namespace ends: its virtual devices are deleted, the newest first. */
    public void destroyAll() {
        List<Device> devices = new ArrayList<>(namespace.devices().all());
        devices.sort(Comparator.comparingInt(Device::index).reversed());
        for (Device device : devices) {
            if (namespace.devices().byIndex(device.index()).orElse(null) == device) {
                remove(device);
            }
        }
    }
}
