package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgeOption;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.program.CommandException;

/** How the objects of {@code bridge} find devices. */
final class BridgeDevices {
    private static final MacAddress ALL_HOSTS = new MacAddress(0x0100_5e00_0001L);
    private static final MacAddress ALL_SNOOPERS = new MacAddress(0x0100_5e00_006aL);

    private BridgeDevices() {}

    /** @throws CommandException {@code Cannot find device "NAME"}, status 255 */
    static Device find(IpContext ip, String name) {
        return ip.findDevice(name)
                .orElseThrow(() -> new CommandException(CommandException.USAGE, "Cannot find device \"" + name + "\""));
    }

    /** @throws CommandException {@code Cannot find bridge device "NAME"}, status 255 */
    static Device findBridge(IpContext ip, String name) {
        return ip.findDevice(name)
                .orElseThrow(() ->
                        new CommandException(CommandException.USAGE, "Cannot find bridge device \"" + name + "\""));
    }

    /** The groups that a device listens to (dev_mc_list): those of IPv4, and of a bridge that snoops. */
    static List<MacAddress> groups(Device device) {
        List<MacAddress> groups = new ArrayList<>();
        if (!device.isUp() || !device.has(DeviceFlag.MULTICAST) || device.has(DeviceFlag.LOOPBACK)) {
            return groups;
        }
        if (device instanceof Bridge bridge && bridge.option(BridgeOption.MCAST_SNOOPING) != 0) {
            groups.add(ALL_SNOOPERS);
        }
        groups.add(ALL_HOSTS);
        return groups;
    }
}
