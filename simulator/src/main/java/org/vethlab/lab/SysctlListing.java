package org.vethlab.lab;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vethlab.net.NetException;
import org.vethlab.net.Sysctls;

/** All sysctls of a namespace, as {@code sysctl -a} lists them, without the detour through files and text. */
final class SysctlListing {
    private final Sysctls sysctls;
    private final Map<String, String> values = new TreeMap<>();

    private SysctlListing(Sysctls sysctls) {
        this.sysctls = sysctls;
    }

    static Map<String, String> of(Sysctls sysctls) {
        SysctlListing listing = new SysctlListing(sysctls);
        listing.walk("net");
        return listing.values;
    }

    private void walk(String directory) {
        for (String name : sysctls.list(directory).orElse(List.of())) {
            String path = directory + "/" + name;
            if (sysctls.file(path).isPresent()) {
                read(path);
            } else {
                walk(path);
            }
        }
    }

    /** Dots and slashes change places: a device's name may have a dot. */
    private static String key(String path) {
        return path.replace('.', '\n').replace('/', '.').replace('\n', '/');
    }

    private void read(String path) {
        try {
            sysctls.read(path).ifPresent(value -> values.put(key(path), value));
        } catch (NetException e) {
            // One that can only be written, or that cannot be read now: it is not listed either.
            return;
        }
    }
}
