package org.vethlab.program.ebtables;

import java.util.Locale;
import java.util.Optional;
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
import org.vethlab.program.iptables.AddressParser;
import org.vethlab.program.iptables.Names;

/** Rules of ebtables in words. */
final class BridgeRuleText {
    private final Names names;

    BridgeRuleText(Names names) {
        this.names = names;
    }

    String text(BridgeRule rule) {
        StringBuilder text = new StringBuilder();
        EthernetMatch header = rule.header();
        if (header.protocol() != EthernetMatch.ANY) {
            option(text, "-p", header.protocolInverted(), EtherTypes.name(header.protocol()));
        }
        header.source().ifPresent(test -> option(text, "-s", test.inverted(), MacWords.text(test)));
        header.destination().ifPresent(test -> option(text, "-d", test.inverted(), MacWords.text(test)));
        device(text, "-i", header.input());
        device(text, "-o", header.output());
        rule.matches().forEach(match -> match(text, match));
        rule.watcher().ifPresent(watcher -> log(text, (LogTarget) watcher));
        text.append("-j ").append(rule.target().map(this::target).orElse(rule.jump()));
        return text.toString();
    }

    private static void option(StringBuilder text, String name, boolean inverted, String value) {
        text.append(name).append(inverted ? " ! " : " ").append(value).append(' ');
    }

    private static void device(StringBuilder text, String name, Optional<InterfaceTest> test) {
        test.ifPresent(device -> option(text, name, device.inverted(), device.toString()));
    }

    private static void address(StringBuilder text, String name, Optional<AddressTest> test) {
        test.ifPresent(address -> {
            String mask = AddressParser.prefixLength(address.mask())
                    .map(length -> length == 32 || length == 128 && name.contains("ip6") ? "" : "/" + length)
                    .orElse("/" + address.mask());
            option(text, name, address.inverted(), address.address() + mask);
        });
    }

    private static void range(StringBuilder text, String name, Optional<Range> range) {
        range.ifPresent(ports -> option(
                text,
                name,
                ports.inverted(),
                ports.isSingle() ? Integer.toString(ports.first()) : ports.first() + ":" + ports.last()));
    }

    private void match(StringBuilder text, XtMatch match) {
        if (match instanceof EthernetIpMatch ip) {
            ip(text, ip);
        } else if (match instanceof EthernetArpMatch arp) {
            arp(text, arp);
        } else if (match instanceof EthernetVlanMatch vlan) {
            range(text, "--vlan-id", vlan.id());
            range(text, "--vlan-prio", vlan.priority());
        } else if (match instanceof MarkMatch mark) {
            String mask = mark.mask() == -1 ? "" : "/0x" + Integer.toHexString(mark.mask());
            option(text, "--mark", mark.inverted(), "0x" + Integer.toHexString(mark.mark()) + mask);
        } else if (match instanceof PkttypeMatch type) {
            option(text, "--pkttype-type", type.inverted(), name(type.type()));
        } else if (match instanceof LimitMatch limit) {
            text.append("--limit ").append(limit.packets()).append('/').append(unit(limit.seconds()));
            text.append(" --limit-burst ").append(limit.burst()).append(' ');
        }
    }

    private static String name(PacketType type) {
        return type == PacketType.HOST ? "host" : type.name().toLowerCase(Locale.ROOT);
    }

    private static String unit(int seconds) {
        return switch (seconds) {
            case 1 -> "sec";
            case 60 -> "min";
            case 3600 -> "hour";
            default -> "day";
        };
    }

    private void ip(StringBuilder text, EthernetIpMatch match) {
        String prefix = "--" + match.extension();
        address(text, prefix + "-src", match.source());
        address(text, prefix + "-dst", match.destination());
        match.protocol()
                .ifPresent(
                        range -> option(text, prefix + "-proto", range.inverted(), names.protocolName(range.first())));
        match.icmpType()
                .ifPresent(type -> option(
                        text, prefix + "-icmp-type", type.inverted(), icmpType(type.first(), match.extension())));
        range(text, prefix + "-sport", match.sourcePorts());
        range(text, prefix + "-dport", match.destinationPorts());
    }

    private static String icmpType(int type, String extension) {
        if (extension.equals("ip")) {
            return type == 8 ? "echo-request" : type == 0 ? "echo-reply" : Integer.toString(type);
        }
        return type == 128 ? "echo-request" : type == 129 ? "echo-reply" : Integer.toString(type);
    }

    private static void arp(StringBuilder text, EthernetArpMatch match) {
        match.operation()
                .ifPresent(range -> option(
                        text,
                        "--arp-op",
                        range.inverted(),
                        range.first() == 1 ? "Request" : range.first() == 2 ? "Reply" : "" + range.first()));
        address(text, "--arp-ip-src", match.senderAddress());
        address(text, "--arp-ip-dst", match.targetAddress());
        match.senderMac().ifPresent(test -> option(text, "--arp-mac-src", test.inverted(), MacWords.text(test)));
        match.targetMac().ifPresent(test -> option(text, "--arp-mac-dst", test.inverted(), MacWords.text(test)));
        match.gratuitous().ifPresent(wanted -> text.append(wanted ? "--arp-gratuitous " : "! --arp-gratuitous "));
    }

    private static void log(StringBuilder text, LogTarget log) {
        String[] levels = {"emergency", "alert", "critical", "error", "warning", "notice", "info", "debug"};
        text.append("--log-level ").append(levels[log.level() & 7]).append(' ');
        if (!log.prefix().isEmpty()) {
            text.append("--log-prefix \"").append(log.prefix()).append("\" ");
        }
        text.append((log.flags() & 1) != 0 ? "--log-ip " : "");
        text.append((log.flags() & 2) != 0 ? "--log-arp " : "");
    }

    private String target(XtTarget target) {
        if (target instanceof EthernetMarkTarget mark) {
            return "mark --mark-" + mark.operation() + " 0x" + Integer.toHexString(mark.value()) + " --mark-target "
                    + name(mark.verdict());
        }
        EthernetTarget address = (EthernetTarget) target;
        return switch (address.extension()) {
            case "dnat" -> "dnat --to-dst " + address.address() + " --dnat-target " + name(address.verdict());
            case "snat" -> "snat --to-src " + address.address() + " --snat-target " + name(address.verdict());
            default ->
                "redirect "
                        + (address.verdict() == Verdict.ACCEPT ? "" : "--redirect-target " + name(address.verdict()));
        };
    }

    private static String name(Verdict verdict) {
        return verdict.toString();
    }
}
