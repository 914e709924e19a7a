package org.vethlab.net.route;

import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;

/** The groups that a host is a member of (ip_check_mc). */
final class MulticastGroups {
    private MulticastGroups() {}

    static boolean isJoined(Device device, Ipv4Address group) {
        return device.isUp() && device.namespace().ipv4().groups().of(device).contains(group);
    }
}
