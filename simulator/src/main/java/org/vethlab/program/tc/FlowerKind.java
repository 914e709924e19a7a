package org.vethlab.program.tc;

import static org.vethlab.program.Arguments.matches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.sched.Filter;
import org.vethlab.net.sched.FilterList;
import org.vethlab.net.sched.FilterOptions;
import org.vethlab.net.sched.FlowerKey;
import org.vethlab.net.sched.FlowerKey.Field;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.view.Printer;

/** flower: fields of the headers by name. */
final class FlowerKind implements FilterKind {
    private static final String USAGE = "filter-flower";
    private static final Map<String, Integer> IP_PROTOCOLS =
            Map.of("tcp", 6, "udp", 17, "sctp", 132, "icmp", 1, "icmpv6", 58);
    private static final Map<Integer, String> ETHER_TYPES = Map.of(0x0800, "ipv4", 0x86dd, "ipv6", 0x0806, "arp");

    @Override
    public String name() {
        return "flower";
    }

    @Override
    public void parse(FilterParser request, String handle, Arguments words) {
        if (!handle.isEmpty()) {
            request.handleNumber = (int) Numbers.unsigned(handle, 32).orElseThrow(() -> Complaints.illegal("handle"));
        }
        List<FlowerKey> keys = new ArrayList<>();
        while (words.hasNext()) {
            take(request, words, words.next(), keys);
        }
        String type = ETHER_TYPES.get(request.protocol());
        if (type != null) {
            keys.add(FlowerKey.etherType(type));
        }
        keys.sort(Comparator.comparing(FlowerKey::field));
        request.options = Optional.of(new FilterOptions.Flower(List.copyOf(keys)));
    }

    private static void take(FilterParser request, Arguments words, String word, List<FlowerKey> keys) {
        if (matches(word, "classid") || matches(word, "flowid")) {
            request.classId =
                    Optional.of(Handles.classId(words.next()).orElseThrow(() -> Complaints.illegal("classid")));
        } else if (matches(word, "action")) {
            new ActionParser(request.tc(), words, "\"action\"").parse(request.actions);
        } else if (!word.equals("skip_hw")) {
            keys.add(key(words, word));
        }
    }

    private static FlowerKey key(Arguments words, String word) {
        return switch (word) {
            case "dst_mac" -> FlowerKey.mac(Field.DST_MAC, mac(words.next(), word));
            case "src_mac" -> FlowerKey.mac(Field.SRC_MAC, mac(words.next(), word));
            case "dst_ip" -> address(Field.DST_IP, words.next());
            case "src_ip" -> address(Field.SRC_IP, words.next());
            case "dst_port" -> FlowerKey.port(Field.DST_PORT, number(words.next(), word, 0xffff));
            case "src_port" -> FlowerKey.port(Field.SRC_PORT, number(words.next(), word, 0xffff));
            case "ip_proto" -> protocol(words.next());
            case "ip_tos" -> tos(words.next());
            case "ip_ttl" -> ttl(words.next());
            case "vlan_id" -> FlowerKey.vlan(number(words.next(), word, 4095));
            case "help" -> throw Complaints.usage(USAGE);
            case "indev",
                    "tcp_flags",
                    "arp_tip",
                    "arp_sip",
                    "arp_op",
                    "type",
                    "code",
                    "enc_key_id",
                    "ct_state",
                    "vlan_prio",
                    "vlan_ethtype",
                    "cvlan_id",
                    "ip_flags" -> throw CommandException.notSimulated("tc filter flower " + word);
            default -> throw Complaints.unknown(word, USAGE);
        };
    }

    private static CommandException illegal(String what) {
        return Complaints.illegal(what);
    }

    private static MacAddress mac(String word, String what) {
        return Addresses.mac(word).orElseThrow(() -> illegal(what));
    }

    private static FlowerKey address(Field field, String word) {
        String[] parts = word.split("/", 2);
        Ipv4Address address = Addresses.ipv4(parts[0]).orElseThrow(() -> illegal(field.text()));
        int length = parts.length > 1 ? number(parts[1], field.text(), 32) : 32;
        String text = length == 32 ? parts[0] : address + "/" + length;
        return FlowerKey.address(field, address.bits(), length, text);
    }

    private static FlowerKey protocol(String word) {
        Integer known = IP_PROTOCOLS.get(word);
        if (known != null) {
            return FlowerKey.protocol(known, word);
        }
        int number = (int) Numbers.unsigned(word.startsWith("0x") ? word : "0x" + word, 8)
                .orElseThrow(() -> Complaints.plain("Illegal \"ip_proto\""));
        return FlowerKey.protocol(number, Integer.toHexString(number));
    }

    private static FlowerKey tos(String word) {
        int tos = number(word, "ip_tos", 255);
        return FlowerKey.tos(tos, "0x" + Integer.toHexString(tos));
    }

    private static FlowerKey ttl(String word) {
        int ttl = number(word, "ip_ttl", 255);
        return FlowerKey.ttl(ttl, Integer.toString(ttl));
    }

    private static int number(String word, String what, int most) {
        OptionalInt number = Numbers.integer(word);
        if (number.isEmpty() || number.getAsInt() < 0 || number.getAsInt() > most) {
            throw illegal(what);
        }
        return number.getAsInt();
    }

    @Override
    public void print(FilterList list, Filter filter, TcContext tc, Fields fields) {
        Printer out = fields.out();
        fields.both("handle", "handle 0x" + Integer.toHexString(filter.handle()) + " ", filter.handle());
        filter.classId().ifPresent(id -> out.field("classid", "classid %s ", Handles.show(id)));
        out.beginObject("keys");
        if (filter.options() instanceof FilterOptions.Flower flower) {
            flower.keys().forEach(key -> printKey(key, out));
        }
        out.endObject();
        out.flag("not_in_hw", "\n  not_in_hw");
        new ActionPrinter(tc, fields).printAll(filter.actions());
    }

    private static void printKey(FlowerKey key, Printer out) {
        boolean numeric =
                key.field() == Field.DST_PORT || key.field() == Field.SRC_PORT || key.field() == Field.VLAN_ID;
        Object value = numeric && out.isJson() ? Integer.valueOf(key.text()) : key.text();
        out.newline();
        out.field(key.field().text(), "  " + key.field().text() + " %s", value);
    }
}
