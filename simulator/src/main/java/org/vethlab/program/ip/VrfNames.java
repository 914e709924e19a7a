package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.route.Routing;
import org.vethlab.program.CommandException;

/** VRFs by their names (ipvrf_get_table, name_is_vrf). */
final class VrfNames {
    private VrfNames() {}

    /** The routing table of a VRF; {@code default}, unless a device has that name, is the main table. */
    static OptionalInt table(IpContext ip, String name) {
        Optional<Device> device = ip.net().devices().byName(name);
        if (device.isEmpty() && name.equals("default")) {
            return OptionalInt.of(Routing.TABLE_MAIN);
        }
        return device.orElse(null) instanceof Vrf vrf ? OptionalInt.of(vrf.table()) : OptionalInt.empty();
    }

    /** @throws CommandException {@code Invalid VRF}, for the objects about routes */
    static int tableOfRoute(IpContext ip, String name) {
        return table(ip, name).orElseThrow(() -> CommandException.wrong(name, "Invalid VRF\n"));
    }

    /** @throws CommandException {@code Invalid VRF} */
    static Device ofRoute(IpContext ip, String name) {
        return find(ip, name, "Invalid VRF\n");
    }

    /** @throws CommandException {@code Not a valid VRF name}, for the objects about devices */
    static Device ofLink(IpContext ip, String name) {
        return find(ip, name, "Not a valid VRF name\n");
    }

    private static Device find(IpContext ip, String name, String complaint) {
        return ip.findDevice(name)
                .filter(Vrf.class::isInstance)
                .orElseThrow(() -> CommandException.wrong(name, complaint));
    }
}
