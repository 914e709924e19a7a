package org.vethlab.net.link;

import java.util.Optional;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;

/** Makes, changes and deletes the devices of a namespace: rtnetlink's RTM_NEWLINK, RTM_SETLINK and RTM_DELLINK. */
public final class Links {
    private final Namespace namespace;

    public Links(Namespace namespace) {
        this.namespace = namespace;
    }

    /** @throws NetException EEXIST, EINVAL, … with Linux's extended acknowledgement where it has one */
    public Device create(LinkRequest request) {
        throw new UnsupportedOperationException("not yet " + namespace.inode() + request);
    }

    /** Deletes a device, and with it a veth's peer. @throws NetException EOPNOTSUPP for lo */
    public void delete(Device device) {
        throw new UnsupportedOperationException("not yet " + device);
    }

    public void setUp(Device device) {
        throw new UnsupportedOperationException("not yet " + device);
    }

    public void setDown(Device device) {
        throw new UnsupportedOperationException("not yet " + device);
    }

    public void setMtu(Device device, int mtu) {
        throw new UnsupportedOperationException("not yet " + device + mtu);
    }

    public void setAddress(Device device, MacAddress address) {
        throw new UnsupportedOperationException("not yet " + device + address);
    }

    public void setFlag(Device device, DeviceFlag flag, boolean on) {
        throw new UnsupportedOperationException("not yet " + device + flag + on);
    }

    public void rename(Device device, String name) {
        throw new UnsupportedOperationException("not yet " + device + name);
    }

    public void setAlias(Device device, String alias) {
        throw new UnsupportedOperationException("not yet " + device + alias);
    }

    public void setQueueLength(Device device, int length) {
        throw new UnsupportedOperationException("not yet " + device + length);
    }

    public void setGroup(Device device, int group) {
        throw new UnsupportedOperationException("not yet " + device + group);
    }

    /** Moves a device to another namespace, optionally with a new name: down, without addresses, perhaps renumbered. */
    public void move(Device device, Namespace target, Optional<String> newName) {
        throw new UnsupportedOperationException("not yet " + device + target.inode());
    }

    /** Makes a device a port of a bridge (bond, VRF), or releases it. */
    public void setMaster(Device device, Optional<Device> master) {
        throw new UnsupportedOperationException("not yet " + device + master);
    }

    /** The namespace ends: its virtual devices are deleted. */
    public void destroyAll() {
        throw new UnsupportedOperationException("not yet");
    }
}
