package org.vethlab.file;

import java.util.Locale;
import java.util.function.Supplier;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.Statistics;

/** /sys/class/net/DEVICE (Documentation/ABI/testing/sysfs-class-net). */
final class SysDevice {
    private SysDevice() {}

    static Node of(Device device) {
        boolean loopback = device.has(DeviceFlag.LOOPBACK);
        Fixed files = new Fixed(Errno.EACCES);
        attribute(files, "addr_len", () -> "6");
        attribute(files, "address", () -> device.address().toString());
        attribute(files, "broadcast", () -> loopback ? "00:00:00:00:00:00" : "ff:ff:ff:ff:ff:ff");
        attribute(files, "carrier", () -> ifUp(device, device.hasCarrier() ? "1" : "0"));
        attribute(files, "carrier_changes", () -> Long.toString(device.statistics().carrierChanges));
        attribute(files, "carrier_down_count", () -> Long.toString(device.statistics().carrierChanges / 2));
        attribute(files, "carrier_up_count", () -> Long.toString((device.statistics().carrierChanges + 1) / 2));
        attribute(files, "dev_id", () -> "0x0");
        attribute(files, "dev_port", () -> "0");
        attribute(files, "dormant", () -> ifUp(device, "0"));
        attribute(files, "duplex", () -> duplex(device));
        attribute(files, "flags", () -> "0x" + Integer.toHexString(flags(device)));
        attribute(files, "ifalias", device::alias);
        attribute(files, "ifindex", () -> Integer.toString(device.index()));
        attribute(
                files,
                "iflink",
                () -> Integer.toString(device.lower().orElse(device).index()));
        attribute(files, "link_mode", () -> "0");
        attribute(files, "mtu", () -> Integer.toString(device.mtu()));
        attribute(files, "netdev_group", () -> Integer.toString(device.group()));
        attribute(files, "operstate", () -> device.operState().name().toLowerCase(Locale.ROOT));
        attribute(files, "proto_down", () -> "0");
        attribute(files, "speed", () -> speed(device));
        attribute(files, "tx_queue_len", () -> Integer.toString(device.queueLength()));
        attribute(files, "type", () -> loopback ? "772" : "1");
        attribute(files, "uevent", () -> uevent(device));
        files.with("statistics", () -> statistics(device.statistics()));
        files.with("subsystem", () -> SymbolicLink.to("../../../../class/net", 0));
        device.master().ifPresent(master -> files.with("master", () -> SymbolicLink.to("../" + master.name(), 0)));
        return files;
    }

    private static void attribute(Fixed files, String name, Supplier<String> value) {
        files.with(name, () -> GeneratedFile.attribute(() -> value.get() + "\n"));
    }

    /** Of a device that is down some attributes cannot be read. */
    private static String ifUp(Device device, String value) {
        if (!device.isUp()) {
            throw new NetException(Errno.EINVAL);
        }
        return value;
    }

    private static String duplex(Device device) {
        return switch (device.kind()) {
            case "veth", "vlan" -> ifUp(device, "full");
            case "bridge" -> ifUp(device, "unknown");
            default -> throw new NetException(Errno.EINVAL);
        };
    }

    /** A bridge is as fast as its fastest port that works; -1 says that it has none. */
    private static String speed(Device device) {
        boolean hasPort = device.namespace().devices().all().stream()
                .anyMatch(port -> port.master().filter(device::equals).isPresent() && port.hasCarrier());
        return switch (device.kind()) {
            case "veth", "vlan" -> ifUp(device, "10000");
            case "bridge" -> ifUp(device, hasPort ? "10000" : "-1");
            default -> throw new NetException(Errno.EINVAL);
        };
    }

    /** The flags that are set by hand, without the state that the kernel adds for user space. */
    private static int flags(Device device) {
        int flags = 0;
        for (DeviceFlag flag : device.flags()) {
            flags |= flag == DeviceFlag.LOWER_UP ? 0 : flag.code();
        }
        return flags;
    }

    private static String uevent(Device device) {
        String type = device.kind().equals("bridge") || device.kind().equals("vlan") ? device.kind() : "";
        return (type.isEmpty() ? "" : "DEVTYPE=" + type + "\n") + "INTERFACE=" + device.name() + "\nIFINDEX="
                + device.index();
    }

    private static Node statistics(Statistics counted) {
        Fixed files = new Fixed(Errno.EACCES);
        for (String never : new String[] {
            "rx_compressed", "rx_crc_errors", "rx_fifo_errors", "rx_frame_errors", "rx_length_errors",
                    "rx_missed_errors",
            "rx_nohandler", "rx_over_errors", "tx_aborted_errors", "tx_carrier_errors", "tx_compressed",
                    "tx_fifo_errors",
            "tx_heartbeat_errors", "tx_window_errors"
        }) {
            attribute(files, never, () -> "0");
        }
        attribute(files, "collisions", () -> Long.toString(counted.collisions));
        attribute(files, "multicast", () -> Long.toString(counted.multicast));
        attribute(files, "rx_bytes", () -> Long.toString(counted.rxBytes));
        attribute(files, "rx_dropped", () -> Long.toString(counted.rxDropped));
        attribute(files, "rx_errors", () -> Long.toString(counted.rxErrors));
        attribute(files, "rx_packets", () -> Long.toString(counted.rxPackets));
        attribute(files, "tx_bytes", () -> Long.toString(counted.txBytes));
        attribute(files, "tx_dropped", () -> Long.toString(counted.txDropped));
        attribute(files, "tx_errors", () -> Long.toString(counted.txErrors));
        attribute(files, "tx_packets", () -> Long.toString(counted.txPackets));
        return files;
    }
}
