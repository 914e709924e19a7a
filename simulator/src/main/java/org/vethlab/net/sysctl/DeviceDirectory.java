package org.vethlab.net.sysctl;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.link.Device;

/** A directory with one directory for each device, and perhaps {@code all} and {@code default}. */
interface DeviceDirectory {
    /** Below net/: {@code ipv4/conf}. */
    String path();

    /** Entries that are no devices. */
    List<String> special();

    /** The files in each entry, sorted. */
    List<String> files();

    /** Whether a device has an entry here. */
    default boolean holds(Device device) {
        return true;
    }

    Optional<SysctlFile> file(String entry, String name);
}
