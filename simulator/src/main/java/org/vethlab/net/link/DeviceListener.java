package org.vethlab.net.link;

/** What addresses, routes and neighbours hear of devices (the kernel's netdevice notifier chain). */
public interface DeviceListener {
    /** NETDEV_REGISTER: the device is new in the namespace. */
    default void registered(Device device) {}

    /** NETDEV_UNREGISTER: the device leaves the namespace or is deleted. It is already down. */
    default void unregistered(Device device) {}

    /** NETDEV_UP: administratively up. */
    default void up(Device device) {}

    /** NETDEV_DOWN: administratively down. */
    default void down(Device device) {}

    /** NETDEV_CHANGEUPPER: the device has joined or left a VRF. */
    default void domainChanged(Device device) {}

    /** NETDEV_NOTIFY_PEERS: the device is reached another way now, which its neighbours had better know. */
    default void notifyPeers(Device device) {}

    /** NETDEV_CHANGE: carrier came or went, or flags changed. */
    default void changed(Device device) {}

    default void mtuChanged(Device device) {}

    default void addressChanged(Device device) {}

    default void renamed(Device device, String oldName) {}
}
