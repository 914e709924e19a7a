package org.vethlab.file;

import java.util.List;
import java.util.Locale;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bond;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.Links;
import org.vethlab.net.link.Statistics;

/** /sys/class/net/DEVICE (Documentation/ABI/testing/sysfs-class-net). */
final class SysDevice {
    /** IFF_* bits that user space does not see here: they are the kernel's own findings. */
    private static final List<DeviceFlag> VOLATILE = List.of(DeviceFlag.LOWER_UP, DeviceFlag.DORMANT);

    /** Faults that no simulated device has. */
    private static final List<String> NEVER_COUNTED = List.of(
            "rx_compressed",
            "rx_crc_errors",
            "rx_fifo_errors",
            "rx_frame_errors",
            "rx_length_errors",
            "rx_missed_errors",
            "rx_nohandler",
            "rx_over_errors",
            "tx_aborted_errors",
            "tx_carrier_errors",
            "tx_compressed",
            "tx_fifo_errors",
            "tx_heartbeat_errors",
            "tx_window_errors");

    private SysDevice() {}

    static Node of(Device device) {
        Attributes files = new Attributes();
        addIdentity(files, device);
        addState(files, device);
        addSettings(files, device);
        files.with("statistics", () -> statistics(device.statistics()));
        files.with("queues", () -> queues(device));
        files.with("power", SysDevice::power);
        files.with("subsystem", () -> SymbolicLink.to("../../../../class/net", 0));
        addBridge(files, device);
        return files.directory();
    }

    private static void addIdentity(Attributes files, Device device) {
        boolean loopback = device.has(DeviceFlag.LOOPBACK);
        files.number("addr_len", () -> 6)
                .number("addr_assign_type", () -> device.provenance().address().code())
                .number("name_assign_type", () -> device.provenance().name().code())
                .text("address", () -> device.address().toString())
                .text("broadcast", () -> loopback ? "00:00:00:00:00:00" : "ff:ff:ff:ff:ff:ff")
                .text("dev_id", () -> "0x0")
                .number("dev_port", () -> 0)
                .number("ifindex", device::index)
                .number("iflink", () -> device.lower().orElse(device).index())
                .number("type", () -> loopback ? 772 : 1)
                .text("uevent", () -> uevent(device));
    }

    private static void addState(Attributes files, Device device) {
        Statistics counted = device.statistics();
        files.number("carrier", () -> ifUp(device, device.hasCarrier() ? 1 : 0))
                .number("carrier_changes", () -> counted.carrierChanges)
                .number("carrier_down_count", () -> counted.carrierChanges / 2)
                .number("carrier_up_count", () -> (counted.carrierChanges + 1) / 2)
                .number("dormant", () -> ifUp(device, 0))
                .text("duplex", () -> duplex(device))
                .number("link_mode", () -> 0)
                .number("testing", () -> ifUp(device, 0))
                .text("operstate", () -> device.operState().name().toLowerCase(Locale.ROOT))
                .number("proto_down", () -> 0)
                .number("speed", () -> speed(device));
    }

    private static void addSettings(Attributes files, Device device) {
        Links links = device.namespace().links();
        files.text("flags", () -> "0x" + Integer.toHexString(flags(device)))
                .text("ifalias", device::alias)
                .number("gro_flush_timeout", () -> 0)
                .number("napi_defer_hard_irqs", () -> 0)
                .number("threaded", () -> 0)
                .writable("mtu", device::mtu, mtu -> links.setMtu(device, (int) mtu))
                .writable("netdev_group", device::group, group -> links.setGroup(device, (int) group))
                .writable("tx_queue_len", device::queueLength, length -> links.setQueueLength(device, (int) length));
    }

    /** One of each kind. Attributes of traffic classes are there, but can be read only if there might be more queues. */
    private static Node queues(Device device) {
        boolean multiqueue = device.kind().equals("veth");
        Node receive = new Attributes()
                .text("rps_cpus", () -> "0")
                .number("rps_flow_cnt", () -> 0)
                .directory();
        Node transmit = new Attributes()
                .text("traffic_class", () -> ofMany(multiqueue))
                .number("tx_maxrate", () -> 0)
                .number("tx_timeout", () -> 0)
                .text("xps_cpus", () -> ofMany(multiqueue))
                .text("xps_rxqs", () -> "0")
                .directory();
        return new Fixed(Errno.EACCES).with("rx-0", () -> receive).with("tx-0", () -> transmit);
    }

    private static String ofMany(boolean multiqueue) {
        if (!multiqueue) {
            throw new NetException(Errno.ENOENT);
        }
        return "0";
    }

    private static Node power() {
        return new Attributes()
                .text("autosuspend_delay_ms", () -> {
                    throw new NetException(Errno.EIO);
                })
                .text("control", () -> "auto")
                .number("runtime_active_time", () -> 0)
                .text("runtime_status", () -> "unsupported")
                .number("runtime_suspended_time", () -> 0)
                .directory();
    }

    private static void addBridge(Attributes files, Device device) {
        device.master().ifPresent(master -> {
            files.with("master", () -> SymbolicLink.to("../" + master.name(), 0));
            files.with("upper_" + master.name(), () -> SymbolicLink.to("../" + master.name(), 0));
            if (master instanceof Bond bond) {
                bond.port(device).ifPresent(port -> files.with("bonding_slave", () -> SysBond.port(port)));
            }
            if (master instanceof Bridge bridge) {
                bridge.port(device).ifPresent(port -> files.with("brport", () -> SysBridge.port(port)));
            }
        });
        if (device instanceof Bond bond) {
            files.with("bonding", () -> SysBond.of(bond));
            bond.ports()
                    .forEach(port -> files.with(
                            "lower_" + port.device().name(),
                            () -> SymbolicLink.to("../" + port.device().name(), 0)));
        }
        if (device instanceof Bridge bridge) {
            files.with("bridge", () -> SysBridge.of(bridge));
            files.text("brforward", () -> "");
            files.with("brif", () -> SysBridge.ports(bridge));
            bridge.ports()
                    .forEach(port -> files.with(
                            "lower_" + port.device().name(),
                            () -> SymbolicLink.to("../" + port.device().name(), 0)));
        }
    }

    /** Of a device that is down some attributes cannot be read. */
    private static int ifUp(Device device, int value) {
        if (!device.isUp()) {
            throw new NetException(Errno.EINVAL);
        }
        return value;
    }

    private static String duplex(Device device) {
        return switch (device.kind()) {
            case "veth", "vlan", "bond" -> ifUp(device, 1) == 1 ? "full" : "";
            case "bridge" -> ifUp(device, 1) == 1 ? "unknown" : "";
            default -> throw new NetException(Errno.EINVAL);
        };
    }

    private static int speed(Device device) {
        return switch (device.kind()) {
            case "veth", "vlan", "bridge", "bond" -> ifUp(device, device.speed());
            default -> throw new NetException(Errno.EINVAL);
        };
    }

    /** Unlike in netlink, also those that a bridge has switched on. */
    private static int flags(Device device) {
        int flags = device.promiscuity() > 0 ? DeviceFlag.PROMISC.code() : 0;
        flags |= device.allMulticast() > 0 ? DeviceFlag.ALLMULTI.code() : 0;
        for (DeviceFlag flag : device.flags()) {
            flags |= VOLATILE.contains(flag) ? 0 : flag.code();
        }
        return flags;
    }

    private static String uevent(Device device) {
        String type = device.kind().equals("bridge") || device.kind().equals("vlan") ? device.kind() : "";
        return (type.isEmpty() ? "" : "DEVTYPE=" + type + "\n") + "INTERFACE=" + device.name() + "\nIFINDEX="
                + device.index();
    }

    private static Node statistics(Statistics counted) {
        Attributes files = new Attributes();
        NEVER_COUNTED.forEach(name -> files.number(name, () -> 0));
        files.number("collisions", () -> counted.collisions)
                .number("multicast", () -> counted.multicast)
                .number("rx_bytes", () -> counted.rxBytes)
                .number("rx_dropped", () -> counted.rxDropped)
                .number("rx_errors", () -> counted.rxErrors)
                .number("rx_packets", () -> counted.rxPackets)
                .number("tx_bytes", () -> counted.txBytes)
                .number("tx_dropped", () -> counted.txDropped)
                .number("tx_errors", () -> counted.txErrors)
                .number("tx_packets", () -> counted.txPackets);
        return files.directory();
    }
}
