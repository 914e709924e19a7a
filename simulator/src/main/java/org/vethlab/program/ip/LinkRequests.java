package org.vethlab.program.ip;

import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.LinkRequest;

/** Makes of what was read what the kernel is asked for. */
final class LinkRequests {
    private LinkRequests() {}

    static LinkRequest of(LinkSettings settings, Optional<Device> lower, LinkKind kind) {
        boolean up = Boolean.TRUE.equals(settings.flags.remove(DeviceFlag.UP));
        return new LinkRequest(
                settings.device.or(() -> settings.name),
                kind,
                settings.macAddress(),
                settings.mtu,
                settings.queueLength,
                settings.index,
                lower,
                settings.master.flatMap(master -> master),
                settings.namespace,
                up);
    }
}
