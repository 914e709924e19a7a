package org.vethlab.net.link;

import java.util.Optional;
import org.vethlab.addr.MacAddress;

/** Which frames a device takes besides those for its own address: groups, and what was asked for by hand or from above. */
final class ReceiveFilter {
    private final Device device;
    private final HardwareAddresses addresses = new HardwareAddresses();

    ReceiveFilter(Device device) {
        this.device = device;
    }

    HardwareAddresses addresses() {
        return addresses;
    }

    /** A VLAN or macvlan that is up has the device on which it stands take its groups too. */
    private Optional<Device> below() {
        return device.isUp() ? device.filteredBy() : Optional.empty();
    }

    void join(MacAddress group) {
        if (addresses.join(group)) {
            below().ifPresent(lower -> lower.joinGroup(group));
        }
    }

    void leave(MacAddress group) {
        if (addresses.leave(group)) {
            below().ifPresent(lower -> lower.leaveGroup(group));
        }
    }

    void add(MacAddress address) {
        addresses.add(address);
        update();
    }

    void remove(MacAddress address) {
        addresses.remove(address);
        update();
    }

    /** One that stands on the device needs an address (dev_uc_add). */
    void addUnicast(MacAddress address) {
        addresses.addUnicast(address);
        update();
    }

    void removeUnicast(MacAddress address) {
        addresses.removeUnicast(address);
        update();
    }

    /** A device that cannot look for several addresses takes all frames while it has to (__dev_set_rx_mode). */
    void update() {
        boolean takesAll = !addresses.unicast().isEmpty();
        if (device.isUp()
                && !device.filtersAddresses()
                && takesAll != device.attributes().takesAll()) {
            device.attributes().takesAll(takesAll);
            device.attributes().promiscuous(takesAll);
        }
    }

    /** Joins all groups of the device on that on which it stands, or leaves them there. */
    void share(boolean join) {
        device.filteredBy().ifPresent(lower -> {
            for (MacAddress group : addresses.groups()) {
                if (join) {
                    lower.joinGroup(group);
                } else {
                    lower.leaveGroup(group);
                }
            }
        });
    }
}
