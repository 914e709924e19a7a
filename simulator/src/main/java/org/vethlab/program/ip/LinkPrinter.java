package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.HardwareType;
import org.vethlab.net.link.OperState;
import org.vethlab.view.Color;
import org.vethlab.view.Printer;

/** Prints devices as {@code ip link} and {@code ip address} do (print_linkinfo). */
final class LinkPrinter {
    private final IpContext ip;
    private final Printer out;
    private final boolean forLink;

    /** @param forLink for {@code ip link}, which says a little more than {@code ip address} */
    LinkPrinter(IpContext ip, boolean forLink) {
        this.ip = ip;
        this.out = ip.printer();
        this.forLink = forLink;
    }

    /** Name and state in columns ({@code -br}); with the MAC address and the flags for {@code ip link}. */
    void printBrief(Device device, boolean withLinkLayer) {
        printName("%-16s ", device);
        printBriefState(device);
        if (withLinkLayer) {
            if (!device.hardwareAddress().isEmpty()) {
                out.field(Color.MAC, "address", "%s ", device.hardwareAddress());
            }
            printFlags(device);
            out.text("\n");
        }
    }

    private void printBriefState(Device device) {
        String state = device.operState().name();
        out.field(Color.ofOperState(state), "operstate", "%-14s ", state);
    }

    /** All lines of a device. @param withLinkLayer whether the second line, with the MAC address, is wanted */
    void print(Device device, boolean withLinkLayer) {
        out.field("ifindex", "%s: ", device.index());
        printName("%s: ", device);
        printFlags(device);
        printFirstLine(device);
        if (withLinkLayer) {
            printLinkLayer(device);
        }
        printPeerNamespace(device);
        if (ip.options().details()) {
            new LinkDetails(ip, forLink).print(device);
        }
        if ((forLink || ip.options().details()) && !device.alias().isEmpty()) {
            out.newline();
            out.text("    ");
            out.field("ifalias", "alias %s", device.alias());
        }
        if (forLink && ip.options().statistics() > 0) {
            out.newline();
            new LinkStatistics(ip).print(device.statistics());
        }
        printAlternativeNames(device);
        out.text("\n");
    }

    private void printAlternativeNames(Device device) {
        if (device.alternativeNames().isEmpty()) {
            return;
        }
        out.beginArray("altnames");
        for (String name : device.alternativeNames()) {
            out.newline();
            out.text("    altname ");
            out.element("%s", name);
        }
        out.endArray();
    }

    /** What IPv6 tells of devices when it is asked for all of them (inet6_fill_ifinfo): not much. */
    void printForIpv6(Device device) {
        out.field("ifindex", "%s: ", device.index());
        printNameAndFlagsByIndex(device);
        out.field("mtu", "mtu %s ", device.mtu());
        printState(device);
        printQueueLength(device);
        if (ip.options().details()) {
            out.newline();
            out.field("link_type", "    link/%s ", linkType(device));
            out.field(Color.MAC, "address", "%s", device.address());
        }
        out.text("\n");
    }

    private void printFirstLine(Device device) {
        out.field("mtu", "mtu %s ", device.mtu());
        out.field("qdisc", "qdisc %s ", device.queueingDiscipline());
        device.master().ifPresent(master -> out.field("master", "master %s ", master.name()));
        printState(device);
        if (forLink) {
            out.field("linkmode", "mode %s ", "DEFAULT");
        }
        out.field("group", "group %s ", groupName(device.group()));
        printQueueLength(device);
    }

    private void printState(Device device) {
        String state = device.operState().name();
        out.text("state ");
        out.field(Color.ofOperState(state), "operstate", "%s ", state);
    }

    private void printQueueLength(Device device) {
        if (device.queueLength() != 0) {
            out.field("txqlen", "qlen %s", device.queueLength());
        }
    }

    private String groupName(int group) {
        return group == 0 && !ip.options().numeric() ? "default" : Integer.toString(group);
    }

    private void printLinkLayer(Device device) {
        out.newline();
        out.field("link_type", "    link/%s ", linkType(device));
        if (device.hardwareAddress().isEmpty()) {
            return;
        }
        out.field(Color.MAC, "address", "%s", device.hardwareAddress());
        boolean pointToPoint = device.has(DeviceFlag.POINTOPOINT);
        out.text(pointToPoint ? " peer " : " brd ");
        if (pointToPoint) {
            out.hidden("link_pointtopoint", true);
        }
        out.field(Color.MAC, "broadcast", "%s", device.hardwareBroadcast());
    }

    /** ARPHRD_* by name, or by number under {@code -N}. */
    private String linkType(Device device) {
        HardwareType type = device.hardwareType();
        return ip.options().numeric() ? "[" + type.code() + "]" : type.text();
    }

    /** The name that a namespace has under /run/netns; the number by which this namespace knows it otherwise. */
    private void printPeerNamespace(Device device) {
        Optional<Namespace> other = device.linkNamespace();
        if (other.isEmpty()) {
            return;
        }
        int id = device.namespace().assignId(other.get());
        out.hidden("link_netnsid", id);
        out.text(NamespaceNames.nameOf(ip.context(), other.get())
                .map(name -> " link-netns " + name)
                .orElse(" link-netnsid " + id));
    }

    /** {@code NAME@LOWER}; a device of another namespace is known by its index only. */
    private void printName(String format, Device device) {
        Optional<Device> lower = device.lower();
        String suffix = "";
        if (lower.isPresent() && lower.get().namespace() == device.namespace()) {
            out.hidden("link", lower.get().name());
            suffix = "@" + lower.get().name();
        } else if (lower.isPresent()) {
            out.hidden("link_index", lower.get().index());
            suffix = "@if" + lower.get().index();
        } else if (device.namesLower()) {
            if (out.isJson()) {
                out.empty("link", "");
            }
            suffix = "@NONE";
        }
        String name = out.isJson() ? device.name() : device.name() + suffix;
        out.field(Color.IFNAME, "ifname", format, name);
    }

    /**
     * As {@code bridge link} and {@code ip -6 address} do it: told the index alone, it takes the device that has this index here for the lower
     * one, even if that one is in another namespace. One with the same index as the device itself is left out.
     */
    void printNameAndFlagsByIndex(Device device) {
        printFlags(device, printNameByIndex("%s: ", device));
    }

    /** @return whether that device is down */
    private boolean printNameByIndex(String format, Device device) {
        Optional<Integer> lower = device.lower().map(Device::index).filter(index -> index != device.index());
        Optional<Device> mistaken = lower.flatMap(ip.net().devices()::byIndex);
        String suffix = lower.map(index -> mistaken.map(Device::name).orElse("if" + index))
                .orElse("");
        if (!suffix.isEmpty()) {
            out.hidden("link", suffix);
        }
        String name = out.isJson() || suffix.isEmpty() ? device.name() : device.name() + "@" + suffix;
        out.field(Color.IFNAME, "ifname", format, name);
        return mistaken.filter(found -> !found.isUp()).isPresent();
    }

    /** As {@link #printBrief}, from what IPv6 tells. */
    void printBriefForIpv6(Device device) {
        printNameByIndex("%-16s ", device);
        printBriefState(device);
    }

    private void printFlags(Device device) {
        printFlags(device, isLowerDown(device));
    }

    private void printFlags(Device device, boolean lowerDown) {
        List<String> flags = new ArrayList<>();
        if (device.isUp() && !isRunning(device)) {
            flags.add("NO-CARRIER");
        }
        for (DeviceFlag flag : DeviceFlag.values()) {
            if (device.flags().contains(flag)) {
                flags.add(flag.name());
            }
        }
        if (lowerDown) {
            flags.add("M-DOWN");
        }
        printFlagList(out, flags);
    }

    static void printFlagList(Printer out, List<String> flags) {
        out.beginArray("flags");
        out.text("<");
        for (int i = 0; i < flags.size(); i++) {
            out.element(i == 0 ? "%s" : ",%s", flags.get(i));
        }
        out.endArray();
        out.text("> ");
    }

    /** IFF_RUNNING (netif_oper_up): of the operational states only these two count as working. */
    static boolean isRunning(Device device) {
        OperState state = device.operState();
        return device.isUp() && (state == OperState.UP || state == OperState.UNKNOWN);
    }

    private static boolean isLowerDown(Device device) {
        return device.lower()
                .filter(lower -> lower.namespace() == device.namespace())
                .filter(lower -> !lower.isUp())
                .isPresent();
    }
}
