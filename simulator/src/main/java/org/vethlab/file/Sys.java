package org.vethlab.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Bond;
import org.vethlab.net.link.Device;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Process;

/**
 * /sys, as far as network devices go. It shows the namespace in which it was mounted and not that of whoever looks:
 * {@code ip netns exec} mounts it anew, {@code nsenter -n} does not.
 */
record Sys() implements Node.Directory {
    private static final String MASTERS = "bonding_masters";

    @Override
    public FileStatus status(Process viewer) {
        return new FileStatus(FileStatus.Type.DIRECTORY, 0555, 0, 1, 2, 0);
    }

    @Override
    public Errno refusal() {
        return Errno.EACCES;
    }

    @Override
    public List<String> names(Process viewer) {
        return List.of("class", "devices");
    }

    @Override
    public Optional<Node> child(Process viewer, String name) {
        Namespace net = viewer.sysfs();
        return switch (name) {
            case "class" -> Optional.of(new Fixed(Errno.EACCES).with("net", () -> links(net)));
            case "devices" -> Optional.of(new Fixed(Errno.EACCES).with("virtual", () -> virtual(net)));
            default -> Optional.empty();
        };
    }

    private static Node links(Namespace net) {
        return GeneratedDirectory.inSys(
                () -> withMasters(net),
                name -> name.equals(MASTERS)
                        ? Optional.of(SysBond.masters(net)).filter(file -> hasBonds(net))
                        : net.devices()
                                .byName(name)
                                .map(device -> SymbolicLink.to("../../devices/virtual/net/" + name, 0)));
    }

    /** The list of bonds stands among the devices, once the driver is loaded: here, while there is a bond. */
    private static List<String> withMasters(Namespace net) {
        List<String> names = deviceNames(net);
        if (hasBonds(net)) {
            names.add(MASTERS);
        }
        return names;
    }

    private static boolean hasBonds(Namespace net) {
        return net.devices().all().stream().anyMatch(Bond.class::isInstance);
    }

    private static Node virtual(Namespace net) {
        return new Fixed(Errno.EACCES)
                .with(
                        "net",
                        () -> GeneratedDirectory.inSys(
                                () -> deviceNames(net),
                                name -> net.devices().byName(name).map(SysDevice::of)));
    }

    private static List<String> deviceNames(Namespace net) {
        List<String> names = new ArrayList<>();
        for (Device device : net.devices().all()) {
            names.add(device.name());
        }
        return names;
    }
}
