package org.vethlab.net.route;

import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;

/** The groups that a host is a member of (ip_check_mc). Programs join none: that leaves all-hosts. */
final class MulticastGroups {
    /** 224.0.0.1, RFC 1112: every host is a member, on each device that is up. */
    private static final Ipv4Address ALL_HOSTS = new Ipv4Address(0xe0000001);

    private MulticastGroups() {}

    static boolean isJoined(Device device, Ipv4Address group) {
        return group.equals(ALL_HOSTS) && device.isUp();
    }
}
