package org.vethlab.program.ip;

import java.util.List;
import java.util.OptionalLong;
import org.vethlab.addr.IpPrefix;
import org.vethlab.net.route.RouteProtocol;
import org.vethlab.net.route.Rule;
import org.vethlab.view.Color;
import org.vethlab.view.Printer;

/** Prints rules as print_rule of iproute2's ip/iprule.c does. */
final class RulePrinter {
    private final IpContext ip;
    private final Printer out;
    private final RouteNames names;
    private final List<Rule> all;

    /** @param all the rules, among which a goto finds its target */
    RulePrinter(IpContext ip, RouteNames names, List<Rule> all) {
        this.ip = ip;
        this.out = ip.printer();
        this.names = names;
        this.all = all;
    }

    void print(Rule rule) {
        out.beginObject();
        out.field("priority", "%s:\t", rule.priority());
        if (rule.inverted()) {
            out.empty("not", "not ");
        }
        printAddresses(rule);
        printMark(rule);
        printDevices(rule);
        printTransport(rule);
        printTable(rule);
        printRealms(rule);
        printAction(rule);
        if (rule.protocol() != 0 && rule.protocol() != RouteProtocol.KERNEL
                || ip.options().details()) {
            out.field("protocol", " proto %s", names.protocol(rule.protocol()));
        }
        out.text("\n");
        out.endObject();
    }

    private void printAddresses(Rule rule) {
        if (rule.from().isEmpty()) {
            out.field("src", "from %s", "all");
        } else {
            out.text("from ");
            printPrefix("src", rule.from().get());
        }
        if (rule.to().isPresent()) {
            out.text(" to ");
            printPrefix("dst", rule.to().get());
        }
        if (rule.tos() != 0) {
            out.field("tos", " tos %s", names.service(rule.tos()));
        }
    }

    private void printPrefix(String key, IpPrefix prefix) {
        out.field(Color.ofAddress(prefix.network().toString()), key, "%s", prefix.network());
        if (prefix.length() != prefix.network().length()) {
            out.field(key + "len", "/%s", prefix.length());
        }
    }

    private void printMark(Rule rule) {
        if (rule.mark() == 0 && rule.markMask() == 0) {
            return;
        }
        out.hex("fwmark", rule.mark() == 0 ? " fwmark %s" : " fwmark 0x%s", Integer.toUnsignedLong(rule.mark()));
        if (rule.markMask() != -1) {
            out.hex("fwmask", rule.markMask() == 0 ? "/%s" : "/0x%s", Integer.toUnsignedLong(rule.markMask()));
        }
    }

    private void printDevices(Rule rule) {
        rule.inputDevice().ifPresent(name -> printDevice("iif", name));
        rule.outputDevice().ifPresent(name -> printDevice("oif", name));
        if (rule.l3mdev()) {
            out.empty("l3mdev", " lookup [l3mdev-table]");
        }
    }

    private void printDevice(String key, String name) {
        out.text(" " + key + " ");
        out.field(Color.IFNAME, key, "%s", name);
        if (ip.net().devices().byName(name).isEmpty()) {
            out.empty(key + "_detached", " [detached]");
        }
    }

    private void printTransport(Rule rule) {
        rule.users().ifPresent(users -> {
            out.field("uid_start", " uidrange %s", users.first());
            out.field("uid_end", "-%s", users.last());
        });
        if (rule.ipProtocol() != 0) {
            boolean numeric = ip.options().numeric();
            out.field("ipproto", " ipproto %s", IpProtocols.name(ip.files(), rule.ipProtocol(), numeric));
        }
        rule.sourcePorts().ifPresent(ports -> printPorts("sport", ports));
        rule.destinationPorts().ifPresent(ports -> printPorts("dport", ports));
        if (rule.tunnel() != 0) {
            out.field("tun_id", " tun_id %s", rule.tunnel());
        }
    }

    private void printPorts(String key, Rule.Range ports) {
        if (ports.first() == ports.last()) {
            out.field(key, " " + key + " %s", ports.first());
            return;
        }
        out.field(key + "_start", " " + key + " %s", ports.first());
        out.field(key + "_end", "-%s", ports.last());
    }

    private void printTable(Rule rule) {
        if (rule.table() == 0) {
            return;
        }
        out.field("table", " lookup %s", names.table(rule.table()));
        rule.suppressPrefixLength()
                .ifPresent(length -> out.field("suppress_prefixlen", " suppress_prefixlength %s", length));
        rule.suppressGroup()
                .ifPresent(group -> out.field("suppress_ifgroup", " suppress_ifgroup %s", names.group(group)));
    }

    private void printRealms(Rule rule) {
        int from = rule.realms() >>> 16;
        if (rule.realms() == 0) {
            return;
        }
        if (from == 0) {
            out.text(" realms ");
        } else {
            out.field("flow_from", " realms %s/", names.realm(from));
        }
        out.field("flow_to", "%s", names.realm(rule.realms() & 0xffff));
    }

    private void printAction(Rule rule) {
        switch (rule.action()) {
            case TABLE -> {}
            case GOTO -> {
                out.field("goto", " goto %s", rule.target().orElse(0));
                if (all.stream().noneMatch(other -> rule.target().equals(OptionalLong.of(other.priority())))) {
                    out.empty("unresolved", " [unresolved]");
                }
            }
            case NOP -> out.empty("nop", " nop");
            case NAT -> out.empty("masquerade", " masquerade");
            default -> {
                String number = Integer.toString(rule.action().code());
                boolean numeric = ip.options().numeric();
                out.field("action", " %s", numeric ? number : rule.action().text());
            }
        }
    }
}
