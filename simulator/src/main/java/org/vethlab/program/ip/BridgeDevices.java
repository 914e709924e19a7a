package org.vethlab.program.ip;

import org.vethlab.net.link.Device;
import org.vethlab.program.CommandException;

/** How the objects of {@code bridge} find devices. */
final class BridgeDevices {
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
}
