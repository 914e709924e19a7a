package org.vethlab.program.arptables;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.xt.AddressTest;
import org.vethlab.net.filter.xt.ArpHeaderMatch;
import org.vethlab.net.filter.xt.InterfaceTest;
import org.vethlab.net.filter.xt.Range;
import org.vethlab.program.ebtables.MacWords;
import org.vethlab.program.iptables.AddressParser;

/** Rules of arptables in words. */
final class ArpRuleText {
    private static final List<String> OPERATIONS = List.of(
            "0",
            "Request",
            "Reply",
            "Request_Reverse",
            "Reply_Reverse",
            "DRARP_Request",
            "DRARP_Reply",
            "DRARP_Error",
            "InARP_Request",
            "ARP_NAK");

    private final boolean numeric;
    private final boolean verbose;

    ArpRuleText(boolean numeric, boolean verbose) {
        this.numeric = numeric;
        this.verbose = verbose;
    }

    String text(ArpRule rule) {
        ArpHeaderMatch header = rule.header();
        StringBuilder text = new StringBuilder(rule.jump().isEmpty() ? "" : "-j " + rule.jump());
        device(text, "-i", header.input());
        device(text, "-o", header.output());
        address(text, "-s", header.source());
        header.sourceMac().ifPresent(test -> option(text, "--src-mac", test.inverted(), MacWords.text(test)));
        address(text, "-d", header.target());
        header.targetMac().ifPresent(test -> option(text, "--dst-mac", test.inverted(), MacWords.text(test)));
        header.operation().ifPresent(range -> option(text, "--opcode", range.inverted(), operation(range)));
        if (verbose) {
            text.append(" , pcnt=")
                    .append(rule.counter().packets())
                    .append(" -- bcnt=")
                    .append(rule.counter().bytes())
                    .append(' ');
        }
        return verbose ? text.toString() : text.toString().strip();
    }

    private String operation(Range range) {
        return numeric || range.first() >= OPERATIONS.size()
                ? Integer.toString(range.first())
                : OPERATIONS.get(range.first());
    }

    private static void option(StringBuilder text, String name, boolean inverted, String value) {
        text.append(inverted ? " ! " : " ").append(name).append(' ').append(value);
    }

    private void device(StringBuilder text, String name, Optional<InterfaceTest> test) {
        if (test.isPresent()) {
            option(text, name, test.get().inverted(), test.get().toString());
        } else if (verbose) {
            option(text, name, false, numeric ? "*" : "any");
        }
    }

    private static void address(StringBuilder text, String name, Optional<AddressTest> test) {
        test.ifPresent(address -> {
            String mask = AddressParser.prefixLength(address.mask())
                    .map(length -> length == 32 ? "" : "/" + length)
                    .orElse("/" + address.mask());
            option(text, name, address.inverted(), address.address() + mask);
        });
    }
}
