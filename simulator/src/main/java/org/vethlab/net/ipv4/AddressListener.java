package org.vethlab.net.ipv4;

/** What routes and neighbours hear of addresses (the kernel's inetaddr notifier chain). */
public interface AddressListener {
    /** NETDEV_UP: the address is in the list. */
    default void added(InterfaceAddress address) {}

    /**
     * NETDEV_DOWN: the address is no longer in the list.
     *
     * @param last the device has no address left: IP is disabled on it, its routes and neighbours go
     */
    default void removed(InterfaceAddress address, boolean last) {}
}
