package org.vethlab.net.sysctl;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Devices;

/**
 * {@code net.ipv4.neigh} and {@code net.ipv6.neigh} (net/core/neighbour.c). Only the machine's first namespace has
 * {@code default}, with the size limits of the tables, which all namespaces share.
 */
final class NeighbourDirectory implements DeviceDirectory {
    private static final List<String> FILES = Arrays.stream(NeighbourFile.values())
            .map(NeighbourFile::fileName)
            .sorted()
            .toList();

    final Values<NeighbourConf> defaults;
    private final int family;
    private final boolean hasDefault;
    private final Devices devices;

    NeighbourDirectory(int family, boolean hasDefault, Devices devices) {
        this.defaults = Values.of(NeighbourConf.values(), conf -> conf.initial(family));
        this.family = family;
        this.hasDefault = hasDefault;
        this.devices = devices;
    }

    @Override
    public String path() {
        return "ipv" + family + "/neigh";
    }

    @Override
    public List<String> special() {
        return hasDefault ? List.of("default") : List.of();
    }

    @Override
    public List<String> files() {
        return FILES;
    }

    @Override
    public Optional<SysctlFile> file(String entry, String name) {
        Optional<Values<NeighbourConf>> values = hasDefault && entry.equals("default")
                ? Optional.of(defaults)
                : devices.byName(entry).map(Device::settings).map(own -> own.neighbour(family));
        return values.flatMap(found -> NeighbourFile.named(name).map(file -> file(file, found)));
    }

    private SysctlFile file(NeighbourFile file, Values<NeighbourConf> values) {
        return new NumberFile(
                SysctlFile.READ_WRITE,
                () -> file.read(family, values),
                number -> file.write(family, values, number),
                Integer.MIN_VALUE,
                Integer.MAX_VALUE);
    }
}
