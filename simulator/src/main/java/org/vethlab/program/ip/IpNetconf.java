package org.vethlab.program.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.ip.IpOptions.Family;
import org.vethlab.view.Color;
import org.vethlab.view.Printer;

/** {@code ip netconf}: the sysctls of devices that netlink tells of. */
final class IpNetconf implements IpObject {
    private static final List<String> RP_FILTER_NAMES = List.of("off", "strict", "loose");

    @Override
    public int run(IpContext ip, Arguments words) {
        if (!words.hasNext()) {
            return show(ip, Optional.empty());
        }
        String verb = words.next();
        for (String name : new String[] {"show", "lst", "list"}) {
            if (Arguments.matches(verb, name)) {
                return show(ip, device(ip, words));
            }
        }
        if (Arguments.matches(verb, "help")) {
            return ip.usage("ip-netconf");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip netconf help\".");
    }

    /** Words that mean nothing are passed over, as Linux does. */
    private static Optional<Device> device(IpContext ip, Arguments words) {
        Optional<Device> device = Optional.empty();
        while (words.hasNext()) {
            if (words.next().equals("dev")) {
                String name = words.next();
                device = Optional.of(ip.findDevice(name)
                        .orElseThrow(() -> new CommandException(1, "Device \"" + name + "\" does not exist.")));
            }
        }
        return device;
    }

    private static int show(IpContext ip, Optional<Device> device) {
        List<String> names = new ArrayList<>();
        if (device.isPresent()) {
            names.add(device.get().name());
        } else {
            ip.net().devices().all().forEach(each -> names.add(each.name()));
            names.addAll(List.of("all", "default"));
        }
        Family family = ip.options().family();
        ip.printer().beginList();
        for (Family each : new Family[] {Family.INET, Family.INET6}) {
            if (family == Family.UNSPEC || family == each) {
                names.forEach(name -> print(ip, each, name));
            }
        }
        ip.printer().endList();
        return 0;
    }

    private static void print(IpContext ip, Family family, String name) {
        Printer out = ip.printer();
        boolean inet = family == Family.INET;
        String directory = (inet ? "net/ipv4/conf/" : "net/ipv6/conf/") + name + "/";
        out.beginObject();
        out.field("family", "%s ", family.text());
        out.field(Color.IFNAME, "interface", "%s ", name);
        out.onOff("forwarding", "forwarding %s ", isSet(ip, directory + "forwarding"));
        if (inet) {
            out.field("rp_filter", "rp_filter %s ", RP_FILTER_NAMES.get(value(ip, directory + "rp_filter")));
        }
        out.onOff("mc_forwarding", "mc_forwarding %s ", isSet(ip, directory + "mc_forwarding"));
        out.onOff("proxy_neigh", "proxy_neigh %s ", isSet(ip, directory + (inet ? "proxy_arp" : "proxy_ndp")));
        out.onOff(
                "ignore_routes_with_linkdown",
                "ignore_routes_with_linkdown %s ",
                isSet(ip, directory + "ignore_routes_with_linkdown"));
        out.endObject();
        out.text("\n");
    }

    private static boolean isSet(IpContext ip, String path) {
        return value(ip, path) != 0;
    }

    private static int value(IpContext ip, String path) {
        return Integer.parseInt(ip.net().sysctls().read(path).orElse("0"));
    }
}
