package org.vethlab.program.brctl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.LinkKind;
import org.vethlab.net.link.LinkRequest;
import org.vethlab.program.Context;

/** Makes and deletes bridges and gives them ports ({@code brctl addbr}, {@code delbr}, {@code addif}, {@code delif}). */
final class BrctlPorts {
    /** IFNAMSIZ without the final zero: longer names are cut off. */
    private static final int NAME_LENGTH = 15;

    private final Context context;

    BrctlPorts(Context context) {
        this.context = context;
    }

    int addBridge(String name) {
        String cut = name.length() > NAME_LENGTH ? name.substring(0, NAME_LENGTH) : name;
        LinkKind kind = new LinkKind.Bridge(Map.of());
        try {
            context.net().links().create(LinkRequest.of(kind).named(cut));
            return 0;
        } catch (NetException e) {
            return e.errno() == Errno.EEXIST
                    ? context.fail(1, "device " + name + " already exists; can't create bridge with the same name")
                    : context.fail(1, "add bridge failed: " + e.errno().text());
        }
    }

    int deleteBridge(String name) {
        Optional<Device> device = context.net().devices().byName(name);
        if (device.isEmpty()) {
            return context.fail(1, "bridge " + name + " doesn't exist; can't delete it");
        }
        if (!(device.get() instanceof Bridge)) {
            return context.fail(1, "can't delete bridge " + name + ": " + Errno.EPERM.text());
        }
        if (device.get().isUp()) {
            return context.fail(1, "bridge " + name + " is still up; can't delete it");
        }
        context.net().links().delete(device.get());
        return 0;
    }

    /** The bridge, then one or more devices. The first that cannot be added ends it. */
    int add(List<String> words) {
        String bridge = words.get(0);
        for (String name : words.subList(1, words.size())) {
            try {
                Device device = device(name);
                Bridge found = bridge(bridge);
                if (device.master().isPresent()) {
                    throw new NetException(Errno.EBUSY);
                }
                context.net().links().setMaster(device, Optional.of(found));
            } catch (NetException e) {
                return context.fail(1, whyNotAdded(bridge, name, e.errno()));
            }
        }
        return 0;
    }

    private String whyNotAdded(String bridge, String device, Errno errno) {
        return switch (errno) {
            case ENODEV -> missing(bridge, device);
            case EBUSY ->
                "device " + device + " is already a member of a bridge; can't add it to bridge " + bridge + ".";
            case ELOOP ->
                "device " + device + " is a bridge device itself; can't add a bridge device to a bridge device.";
            default -> "can't add " + device + " to bridge " + bridge + ": " + errno.text();
        };
    }

    int delete(List<String> words) {
        String bridge = words.get(0);
        for (String name : words.subList(1, words.size())) {
            try {
                Device device = device(name);
                Optional<Device> found = Optional.of(bridge(bridge));
                if (!device.master().equals(found)) {
                    throw new NetException(Errno.EINVAL);
                }
                context.net().links().setMaster(device, Optional.empty());
            } catch (NetException e) {
                return context.fail(1, whyNotDeleted(bridge, name, e.errno()));
            }
        }
        return 0;
    }

    private String whyNotDeleted(String bridge, String device, Errno errno) {
        return switch (errno) {
            case ENODEV -> missing(bridge, device);
            case EINVAL -> "device " + device + " is not a port of " + bridge;
            default -> "can't delete " + device + " from " + bridge + ": " + errno.text();
        };
    }

    private String missing(String bridge, String device) {
        return context.net().devices().byName(device).isEmpty()
                ? "interface " + device + " does not exist!"
                : "bridge " + bridge + " does not exist!";
    }

    private Device device(String name) {
        return context.net().devices().byName(name).orElseThrow(() -> new NetException(Errno.ENODEV));
    }

    /** @throws NetException ENODEV, EOPNOTSUPP if the device is no bridge */
    private Bridge bridge(String name) {
        if (device(name) instanceof Bridge bridge) {
            return bridge;
        }
        throw new NetException(Errno.EOPNOTSUPP);
    }
}
