package org.vethlab.program.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vethlab.net.filter.xt.AddressTest;
import org.vethlab.net.filter.xt.CommentMatch;
import org.vethlab.net.filter.xt.InterfaceTest;
import org.vethlab.net.filter.xt.IpHeaderMatch;
import org.vethlab.net.filter.xt.XtMatch;
import org.vethlab.program.iptables.extension.Extensions;

/** A rule in nft's language (xlate of iptables/nft-ipv4.c). */
final class Translation {
    /** Matches whose words say which protocol is meant. */
    private static final Set<String> PROTOCOL_MATCHES = Set.of("tcp", "udp", "icmp", "icmp6");

    private final Variant variant;
    private final Names names;

    Translation(Variant variant, Names names) {
        this.variant = variant;
        this.names = names;
    }

    /** Empty if nft has no words for it. */
    Optional<String> of(RuleSpec rule) {
        List<String> parts = header(rule);
        for (XtMatch match : rule.matches()) {
            Optional<String> words =
                    Extensions.match(match.extension(), variant).flatMap(e -> e.translate(match));
            if (words.isEmpty()) {
                return Optional.empty();
            }
            parts.add(words.get());
        }
        parts.add("counter");
        if (rule.target().isPresent()) {
            Optional<String> words = rule.target()
                    .flatMap(target ->
                            Extensions.target(target.extension(), variant).flatMap(e -> e.translate(target)));
            if (words.isEmpty()) {
                return Optional.empty();
            }
            parts.add(words.get());
        } else if (!rule.jump().isEmpty()) {
            parts.add(verdict(rule));
        }
        rule.matches().stream()
                .filter(CommentMatch.class::isInstance)
                .forEach(match -> parts.add("comment \"" + ((CommentMatch) match).text() + "\""));
        parts.removeIf(String::isEmpty);
        return Optional.of(String.join(" ", parts));
    }

    private static String verdict(RuleSpec rule) {
        if (RuleSpec.isVerdict(rule.jump())) {
            return rule.jump().toLowerCase(Locale.ROOT);
        }
        return (rule.isGoto() ? "goto " : "jump ") + rule.jump();
    }

    private List<String> header(RuleSpec rule) {
        IpHeaderMatch header = rule.header();
        List<String> parts = new ArrayList<>();
        header.input().ifPresent(test -> parts.add("iifname " + device(test)));
        header.output().ifPresent(test -> parts.add("oifname " + device(test)));
        boolean said = rule.matches().stream().anyMatch(match -> PROTOCOL_MATCHES.contains(match.extension()));
        if (header.protocol() != 0 && (!said || header.protocolInverted())) {
            String field = variant.isIpv6() ? "meta l4proto " : "ip protocol ";
            parts.add(field + not(header.protocolInverted()) + names.protocolName(header.protocol()));
        }
        header.fragment().ifPresent(only -> parts.add("ip frag-off & 0x1fff " + (only ? "!= 0" : "0")));
        header.source().ifPresent(test -> parts.add(variant.family().keyword() + " saddr " + address(test)));
        header.destination().ifPresent(test -> parts.add(variant.family().keyword() + " daddr " + address(test)));
        return parts;
    }

    private static String not(boolean inverted) {
        return inverted ? "!= " : "";
    }

    private static String device(InterfaceTest test) {
        return not(test.inverted()) + "\"" + test.name() + (test.prefix() ? "*" : "") + "\"";
    }

    private String address(AddressTest test) {
        int width = variant.isIpv6() ? 128 : 32;
        String mask = AddressParser.prefixLength(test.mask())
                .map(length -> length == width ? "" : "/" + length)
                .orElse("/" + test.mask());
        return not(test.inverted()) + test.address() + mask;
    }
}
