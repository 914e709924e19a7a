package org.vethlab.program.ip;

import static org.vethlab.program.Arguments.matches;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.ipv6.Ipv6Groups;
import org.vethlab.net.link.Device;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.ip.IpOptions.Family;
import org.vethlab.view.Printer;

/** {@code ip maddress}: the groups that devices listen to. */
final class IpMaddress implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        String verb = words.hasNext() ? words.next() : "show";
        if (matches(verb, "add") || matches(verb, "delete")) {
            throw CommandException.notSimulated("ip maddress " + verb);
        }
        if (matches(verb, "list") || matches(verb, "show") || matches(verb, "lst")) {
            return show(ip, words);
        }
        if (matches(verb, "help")) {
            return ip.usage("ip-maddr");
        }
        throw new CommandException(
                CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip maddr help\".");
    }

    /** A device that does not exist has no groups, which is no mistake. */
    private static int show(IpContext ip, Arguments words) {
        String name = "";
        while (words.hasNext()) {
            String word = words.next();
            name = word.equals("dev") ? words.next() : word;
            if (matches(name, "help")) {
                return ip.usage("ip-maddr");
            }
        }
        ip.printer().beginList();
        for (Device device : ip.net().devices().all()) {
            if (name.isEmpty() || name.equals(device.name())) {
                print(ip, device);
            }
        }
        ip.printer().endList();
        return 0;
    }

    private static void print(IpContext ip, Device device) {
        Printer out = ip.printer();
        Family family = ip.options().family();
        boolean all = family == Family.UNSPEC;
        List<MacAddress> links =
                all || family == Family.LINK ? device.hardwareAddresses().groups() : List.of();
        List<Ipv4Address> inet =
                all || family == Family.INET ? ip.net().ipv4().groups().of(device) : List.of();
        Optional<Ipv6Groups> groups = ip.net().ipv6().addresses().groups(device);
        List<Ipv6Address> inet6 =
                all || family == Family.INET6 ? groups.map(Ipv6Groups::list).orElse(List.of()) : List.of();
        if (links.isEmpty() && inet.isEmpty() && inet6.isEmpty()) {
            return;
        }
        out.beginObject();
        out.field("ifindex", "%s:", device.index());
        out.field("ifname", "\t%s", device.name());
        out.newline();
        out.beginArray("maddr");
        links.forEach(group -> {
            out.beginObject();
            out.field("link", "\tlink  %s", group.toString());
            users(out, device.hardwareAddresses().users(group));
            end(out);
        });
        inet.forEach(group -> address(out, "inet", group.toString(), 1));
        inet6.forEach(group ->
                address(out, "inet6", group.toString(), groups.orElseThrow().users(group)));
        out.endArray();
        out.endObject();
    }

    private static void address(Printer out, String family, String group, int users) {
        out.beginObject();
        out.text("\t");
        out.field("family", "%-5s ", family);
        out.field("address", "%s", group);
        users(out, users);
        end(out);
    }

    private static void users(Printer out, int users) {
        if (users != 1) {
            out.field("users", " users %d", users);
        }
    }

    private static void end(Printer out) {
        out.newline();
        out.endObject();
    }
}
