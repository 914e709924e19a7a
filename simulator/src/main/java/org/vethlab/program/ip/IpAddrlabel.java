package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.ipv6.AddressLabels;
import org.vethlab.net.ipv6.AddressLabels.AddressLabel;
import org.vethlab.net.link.Device;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.IpOptions.Family;
import org.vethlab.view.Printer;

/** {@code ip addrlabel}: RFC 6724's table by which IPv6 chooses source addresses. */
final class IpAddrlabel implements IpObject {
    @Override
    public int run(IpContext ip, Arguments words) {
        AddressLabels labels = ip.net().ipv6().labels();
        String verb = words.hasNext() ? words.next() : "list";
        if (Arguments.matches(verb, "list") || Arguments.matches(verb, "show")) {
            list(ip, labels);
        } else if (Arguments.matches(verb, "add")) {
            labels.add(parse(ip, words));
        } else if (Arguments.matches(verb, "delete")) {
            AddressLabel row = parse(ip, words);
            labels.delete(row.prefix(), row.device());
        } else if (Arguments.matches(verb, "flush")) {
            labels.all().forEach(row -> labels.delete(row.prefix(), row.device()));
        } else if (Arguments.matches(verb, "help")) {
            return ip.usage("ip-addrlabel");
        } else {
            throw new CommandException(
                    CommandException.USAGE, "Command \"" + verb + "\" is unknown, try \"ip addrlabel help\".");
        }
        return 0;
    }

    private static AddressLabel parse(IpContext ip, Arguments words) {
        Optional<InetPrefix> prefix = Optional.empty();
        Optional<Device> device = Optional.empty();
        OptionalLong label = OptionalLong.empty();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("prefix")) {
                prefix = Optional.of(InetPrefix.parse(words.next(), ip.options().family()));
            } else if (word.equals("dev")) {
                String name = words.next();
                device = Optional.of(
                        ip.findDevice(name).orElseThrow(() -> CommandException.wrong(name, "dev is invalid\n")));
            } else if (word.equals("label")) {
                String text = words.next();
                label = Numbers.unsigned(text, 32);
                if (label.isEmpty() || label.getAsLong() == 0xffff_ffffL) {
                    throw CommandException.wrong(text, "label is invalid\n");
                }
            }
        }
        InetPrefix said = prefix.orElseThrow(() -> missing("prefix"));
        long number = label.orElseThrow(() -> missing("label"));
        Family family = said.family() == Family.UNSPEC ? Family.INET6 : said.family();
        if (family != Family.INET6) {
            throw new CommandException(1, "Error: inet6 prefix is expected rather than \"" + said.ipv4() + "\".");
        }
        return new AddressLabel(said.ipv6Prefix(), device, number);
    }

    private static CommandException missing(String argument) {
        return new CommandException(1, "Not enough information: \"" + argument + "\" argument is required.");
    }

    private static void list(IpContext ip, AddressLabels labels) {
        Printer out = ip.printer();
        out.beginList();
        for (AddressLabel row : labels.all()) {
            out.beginObject();
            out.text("prefix ");
            out.field("address", "%s", row.prefix().network());
            out.field("prefixlen", "/%s ", row.prefix().length());
            row.device().ifPresent(device -> out.field("ifname", "dev %s ", device.name()));
            out.field("label", "label %s ", row.label());
            out.text("\n");
            out.endObject();
        }
        out.endList();
    }
}
