package org.vethlab.file;

import java.util.List;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.ipv6.Ipv6Groups;
import org.vethlab.net.link.Device;

/** The groups that devices listen to: /proc/net/dev_mcast, igmp and igmp6. */
final class ProcNetGroups {
    /** MAF_TIMER_RUNNING is not told; MAF_LAST_REPORTER is, of groups that are reported, MAF_NOREPORT of others. */
    private static final int REPORTED = 0x4;

    private static final int NOT_REPORTED = 0x8;

    private ProcNetGroups() {}

    static String hardware(Namespace net) {
        StringBuilder text = new StringBuilder();
        for (Device device : net.devices().all()) {
            for (MacAddress group : device.hardwareAddresses().groups()) {
                text.append(String.format(
                        "%-4d %-15s %-5d %-5d %012x\n",
                        device.index(),
                        device.name(),
                        device.hardwareAddresses().users(group),
                        0,
                        group.bits()));
            }
        }
        return text.toString();
    }

    static String ipv4(Namespace net) {
        StringBuilder text = new StringBuilder("Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n");
        for (Device device : net.devices().all()) {
            List<Ipv4Address> groups = net.ipv4().groups().of(device);
            if (groups.isEmpty()) {
                continue;
            }
            text.append(String.format("%d\t%-10s: %5d %7s\n", device.index(), device.name(), groups.size(), "V3"));
            for (Ipv4Address group : groups) {
                int bits = Integer.reverseBytes(group.bits());
                text.append(String.format("\t\t\t\t%08X %5d 0:%08X\t\t0\n", bits, 1, 0));
            }
        }
        return text.toString();
    }

    static String ipv6(Namespace net) {
        StringBuilder text = new StringBuilder();
        for (Device device : net.devices().all()) {
            net.ipv6().addresses().groups(device).ifPresent(groups -> append(text, device, groups));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Device device, Ipv6Groups groups) {
        for (Ipv6Address group : groups.list()) {
            String digits = String.format("%016x%016x", group.high(), group.low());
            text.append(String.format(
                    "%-4d %-15s %s %5d %08X %d\n",
                    device.index(), device.name(), digits, groups.users(group), flags(group), 0));
        }
    }

    private static int flags(Ipv6Address group) {
        if (group.equals(Ipv6Address.ALL_NODES)) {
            return REPORTED | NOT_REPORTED;
        }
        return (group.group(0) & 15) < 2 ? NOT_REPORTED : REPORTED;
    }
}
