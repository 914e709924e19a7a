package org.vethlab.net.sysctl;

import org.vethlab.net.link.Device;

/** Hears of changes of {@code net.ipv6.conf.DEVICE.*}, also of those that come by way of {@code all}. */
public interface Ipv6ConfListener {
    void changed(Device device, Ipv6Conf conf);
}
