package org.vethlab.program.ebtables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.xt.AddressTest;
import org.vethlab.net.filter.xt.EthernetArpMatch;
import org.vethlab.net.filter.xt.EthernetIpMatch;
import org.vethlab.net.filter.xt.EthernetMarkTarget;
import org.vethlab.net.filter.xt.EthernetMatch;
import org.vethlab.net.filter.xt.EthernetTarget;
import org.vethlab.net.filter.xt.EthernetVlanMatch;
import org.vethlab.net.filter.xt.InterfaceTest;
import org.vethlab.net.filter.xt.LimitMatch;
import org.vethlab.net.filter.xt.LogTarget;
import org.vethlab.net.filter.xt.MarkMatch;
import org.vethlab.net.filter.xt.PkttypeMatch;
import org.vethlab.net.filter.xt.Range;
import org.vethlab.net.filter.xt.XtMatch;
import org.vethlab.net.filter.xt.XtTarget;
import org.vethlab.net.link.PacketType;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.iptables.AddressParser;
import org.vethlab.program.iptables.Failure;
import org.vethlab.program.iptables.Names;
import org.vethlab.program.iptables.Variant;

/** Makes a rule of the options that were given. */
final class BridgeRuleParser {
    /** Options without a value. */
    static final Set<String> BARE = Set.of("log", "log-ip", "log-arp", "log-ip6", "arp-gratuitous");

    /** Options with one, by their first names. */
    static final Set<String> VALUED = Set.of(
            "ip-src",
            "ip-dst",
            "ip-proto",
            "ip-sport",
            "ip-dport",
            "ip-icmp-type",
            "ip-tos",
            "ip6-src",
            "ip6-dst",
            "ip6-proto",
            "ip6-sport",
            "ip6-dport",
            "ip6-icmp-type",
            "arp-op",
            "arp-ip-src",
            "arp-ip-dst",
            "arp-mac-src",
            "arp-mac-dst",
            "vlan-id",
            "vlan-prio",
            "mark",
            "pkttype-type",
            "limit",
            "limit-burst",
            "log-prefix",
            "log-level",
            "mark-set",
            "mark-or",
            "mark-and",
            "mark-xor",
            "mark-target",
            "to-dst",
            "dnat-target",
            "to-src",
            "snat-target",
            "redirect-target",
            "logical-in",
            "logical-out");

    /** Second names. */
    static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("ip-source", "ip-src"),
            Map.entry("ip-destination", "ip-dst"),
            Map.entry("ip-protocol", "ip-proto"),
            Map.entry("ip-source-port", "ip-sport"),
            Map.entry("ip-destination-port", "ip-dport"),
            Map.entry("ip6-source", "ip6-src"),
            Map.entry("ip6-destination", "ip6-dst"),
            Map.entry("ip6-protocol", "ip6-proto"),
            Map.entry("arp-opcode", "arp-op"),
            Map.entry("to-destination", "to-dst"),
            Map.entry("to-source", "to-src"),
            Map.entry("set-mark", "mark-set"));

    private final Names names;
    private final Map<String, Word> words = new HashMap<>();
    private String jump = "CONTINUE";

    BridgeRuleParser(Names names) {
        this.names = names;
    }

    private record Word(String text, boolean inverted) {}

    void add(String name, String text, boolean inverted) {
        words.put(name, new Word(text, inverted));
    }

    void jump(String target) {
        jump = target;
    }

    String jump() {
        return jump;
    }

    boolean has(String name) {
        return words.containsKey(name);
    }

    private Optional<Word> word(String name) {
        return Optional.ofNullable(words.get(name));
    }

    BridgeRule build() {
        List<XtMatch> matches = new ArrayList<>();
        ip("ip", Variant.IPV4).ifPresent(matches::add);
        ip("ip6", Variant.IPV6).ifPresent(matches::add);
        arp().ifPresent(matches::add);
        if (has("vlan-id") || has("vlan-prio")) {
            matches.add(new EthernetVlanMatch(number("vlan-id"), number("vlan-prio")));
        }
        word("pkttype-type").ifPresent(type -> matches.add(new PkttypeMatch(packetType(type.text()), type.inverted())));
        word("mark").ifPresent(mark -> matches.add(mark(mark)));
        word("limit").ifPresent(limit -> matches.add(limit(limit.text())));
        Optional<XtTarget> target = target();
        return new BridgeRule(header(), matches, log(), target, target.isPresent() ? "" : jump, new Counter());
    }

    private EthernetMatch header() {
        Optional<Word> protocol = word("p");
        int type = protocol.map(word -> EtherTypes.parse(word.text())
                        .orElseThrow(() -> Failure.parameter("Problem with the specified Ethernet protocol '"
                                + word.text() + "', perhaps /etc/ethertypes is missing")))
                .orElse(EthernetMatch.ANY);
        return new EthernetMatch(
                type,
                protocol.map(Word::inverted).orElse(false),
                mac("s", "source"),
                mac("d", "destination"),
                device("i"),
                device("o"));
    }

    private Optional<EthernetMatch.MacTest> mac(String name, String what) {
        return word(name)
                .map(word -> MacWords.parse(word.text(), word.inverted())
                        .orElseThrow(() ->
                                Failure.parameter("Problem with specified " + what + " mac '" + word.text() + "'")));
    }

    private Optional<EthernetMatch.MacTest> arpMac(String name) {
        return word(name)
                .map(word -> MacWords.parse(word.text(), word.inverted())
                        .orElseThrow(() -> Failure.parameter("Problem with ARP MAC address argument")));
    }

    private Optional<InterfaceTest> device(String name) {
        return word(name).map(word -> {
            boolean prefix = word.text().endsWith("+");
            String device = prefix ? word.text().substring(0, word.text().length() - 1) : word.text();
            return new InterfaceTest(device, prefix, word.inverted());
        });
    }

    private Optional<XtMatch> ip(String prefix, Variant variant) {
        boolean given = words.keySet().stream().anyMatch(name -> name.startsWith(prefix + "-"));
        if (!given) {
            return Optional.empty();
        }
        Optional<Range> protocol = word(prefix + "-proto").map(word -> {
            int number = names.protocol(word.text());
            return new Range(number, number, word.inverted());
        });
        return Optional.of(new EthernetIpMatch(
                prefix,
                address(prefix + "-src", variant),
                address(prefix + "-dst", variant),
                protocol,
                ports(prefix + "-sport", protocol),
                ports(prefix + "-dport", protocol),
                word(prefix + "-icmp-type").map(word -> icmpType(word, variant))));
    }

    private Optional<AddressTest> address(String name, Variant variant) {
        return word(name).map(word -> AddressParser.parse(word.text(), word.inverted(), variant, names));
    }

    private Optional<Range> ports(String name, Optional<Range> protocol) {
        int number = protocol.map(Range::first).orElse(0);
        return word(name).map(word -> {
            String[] halves = word.text().split(":", 2);
            int first = halves[0].isEmpty() ? 0 : names.port(halves[0], number);
            int last = halves.length == 1 ? first : halves[1].isEmpty() ? 65535 : names.port(halves[1], number);
            return new Range(first, last, word.inverted());
        });
    }

    private static Range icmpType(Word word, Variant variant) {
        int type = switch (word.text()) {
            case "echo-request", "ping" -> variant.isIpv6() ? 128 : 8;
            case "echo-reply", "pong" -> variant.isIpv6() ? 129 : 0;
            case "destination-unreachable" -> variant.isIpv6() ? 1 : 3;
            default ->
                (int) Numbers.unsigned(word.text(), 8)
                        .orElseThrow(() -> Failure.parameter("Unknown ICMP type '" + word.text() + "'"));
        };
        return new Range(type, type, word.inverted());
    }

    private Optional<XtMatch> arp() {
        boolean given = words.keySet().stream().anyMatch(name -> name.startsWith("arp-"));
        if (!given) {
            return Optional.empty();
        }
        Optional<Range> operation = word("arp-op").map(word -> {
            int code = switch (word.text().toLowerCase(Locale.ROOT)) {
                case "request" -> 1;
                case "reply" -> 2;
                default ->
                    (int) Numbers.unsigned(word.text(), 16)
                            .orElseThrow(() -> Failure.parameter("Problem with specified ARP opcode"));
            };
            return new Range(code, code, word.inverted());
        });
        return Optional.of(new EthernetArpMatch(
                operation,
                address("arp-ip-src", Variant.IPV4),
                address("arp-ip-dst", Variant.IPV4),
                arpMac("arp-mac-src"),
                arpMac("arp-mac-dst"),
                word("arp-gratuitous").map(word -> !word.inverted())));
    }

    private Optional<Range> number(String name) {
        return word(name).map(word -> {
            int value = (int) Numbers.unsigned(word.text(), 12)
                    .orElseThrow(() -> Failure.parameter("Invalid --" + name + " range ('" + word.text() + "')"));
            return new Range(value, value, word.inverted());
        });
    }

    private static PacketType packetType(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "broadcast" -> PacketType.BROADCAST;
            case "multicast" -> PacketType.MULTICAST;
            case "otherhost" -> PacketType.OTHERHOST;
            case "host" -> PacketType.HOST;
            default -> throw Failure.parameter("Could not parse packet type " + word);
        };
    }

    private static MarkMatch mark(Word word) {
        String[] halves = word.text().split("/", 2);
        int value = (int) Numbers.unsigned(halves[0], 32).orElseThrow(() -> badMark(word));
        int mask = halves.length > 1 ? (int) Numbers.unsigned(halves[1], 32).orElseThrow(() -> badMark(word)) : -1;
        return new MarkMatch("mark", value, mask, word.inverted());
    }

    private static CommandException badMark(Word word) {
        return Failure.parameter("Bad mark value '" + word.text() + "'");
    }

    private LimitMatch limit(String rate) {
        String[] halves = rate.split("/", 2);
        List<String> units = List.of("second", "minute", "hour", "day");
        int seconds = 1;
        for (int i = 0; halves.length > 1 && i < units.size(); i++) {
            if (units.get(i).startsWith(halves[1])) {
                seconds = List.of(1, 60, 3600, 86400).get(i);
                break;
            }
        }
        int packets =
                (int) Numbers.unsigned(halves[0], 31).orElseThrow(() -> Failure.parameter("bad rate `" + rate + "'"));
        int burst = word("limit-burst")
                .map(word -> (int) Numbers.unsigned(word.text(), 14).orElse(5))
                .orElse(5);
        return new LimitMatch(packets, seconds, burst);
    }

    private Optional<XtTarget> log() {
        boolean given = words.keySet().stream().anyMatch(name -> name.startsWith("log"));
        if (!given) {
            return Optional.empty();
        }
        List<String> levels = List.of("emergency", "alert", "critical", "error", "warning", "notice", "info", "debug");
        int level = word("log-level")
                .map(word -> (int) Numbers.unsigned(word.text(), 3).orElse(levels.indexOf(word.text())))
                .orElse(levels.indexOf("notice"));
        int flags = (has("log-ip") ? 1 : 0) | (has("log-arp") ? 2 : 0);
        String prefix = word("log-prefix").map(Word::text).orElse("");
        return Optional.of(new LogTarget("LOG", prefix, level, flags));
    }

    private Optional<XtTarget> target() {
        return switch (jump) {
            case "mark" -> Optional.of(markTarget());
            case "dnat" -> Optional.of(addressTarget("dnat", "to-dst"));
            case "snat" -> Optional.of(addressTarget("snat", "to-src"));
            case "redirect" -> Optional.of(new EthernetTarget("redirect", MacAddress.ZERO, verdict("redirect-target")));
            case "arpreply", "among" -> throw CommandException.notSimulated("ebtables -j " + jump);
            default -> Optional.empty();
        };
    }

    private EthernetMarkTarget markTarget() {
        for (String operation : List.of("set", "or", "and", "xor")) {
            Optional<Word> word = word("mark-" + operation);
            if (word.isPresent()) {
                int value = (int) Numbers.unsigned(word.get().text(), 32).orElseThrow(() -> badMark(word.get()));
                return new EthernetMarkTarget(operation, value, verdict("mark-target"));
            }
        }
        throw Failure.parameter("mark target: no mark value given");
    }

    private EthernetTarget addressTarget(String name, String option) {
        Word word = word(option).orElseThrow(() -> Failure.parameter("You must specify proper arguments"));
        return new EthernetTarget(
                name,
                MacWords.mac(word.text())
                        .orElseThrow(() -> Failure.parameter("Problem with specified --" + option + " mac")),
                verdict(name + "-target"));
    }

    private Verdict verdict(String option) {
        return BridgeRule.verdict(word(option).map(Word::text).orElse("ACCEPT"), Optional.empty());
    }
}
