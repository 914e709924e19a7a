package org.vethlab.program.tcpdump.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.addr.Ipv6Address;

/** Splits an expression into words. */
final class FilterLexer {
    private static final Set<String> KEYWORDS = Set.of(
            "ether",
            "link",
            "arp",
            "rarp",
            "ip",
            "ip6",
            "icmp",
            "icmp6",
            "tcp",
            "udp",
            "sctp",
            "igmp",
            "igrp",
            "pim",
            "vrrp",
            "ah",
            "esp",
            "stp",
            "llc",
            "atalk",
            "aarp",
            "decnet",
            "lat",
            "sca",
            "moprc",
            "mopdl",
            "src",
            "dst",
            "host",
            "net",
            "mask",
            "port",
            "portrange",
            "proto",
            "protochain",
            "gateway",
            "less",
            "greater",
            "byte",
            "broadcast",
            "multicast",
            "inbound",
            "outbound",
            "ifindex",
            "vlan",
            "mpls",
            "len",
            "and",
            "or",
            "not");

    /** Other spellings. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "ppp", "link", "fddi", "ether", "tr", "ether", "wlan", "ether", "length", "len", "&&", "and", "||", "or",
            "!", "not", "==", "=");

    private static final Map<String, Integer> CONSTANTS = Map.ofEntries(
            Map.entry("icmptype", 0),
            Map.entry("icmpcode", 1),
            Map.entry("icmp-echoreply", 0),
            Map.entry("icmp-unreach", 3),
            Map.entry("icmp-sourcequench", 4),
            Map.entry("icmp-redirect", 5),
            Map.entry("icmp-echo", 8),
            Map.entry("icmp-routeradvert", 9),
            Map.entry("icmp-routersolicit", 10),
            Map.entry("icmp-timxceed", 11),
            Map.entry("icmp-paramprob", 12),
            Map.entry("icmp-tstamp", 13),
            Map.entry("icmp-tstampreply", 14),
            Map.entry("icmp-ireq", 15),
            Map.entry("icmp-ireqreply", 16),
            Map.entry("icmp-maskreq", 17),
            Map.entry("icmp-maskreply", 18),
            Map.entry("icmp6type", 0),
            Map.entry("icmp6code", 1),
            Map.entry("icmp6-destinationrunreach", 1),
            Map.entry("icmp6-packettoobig", 2),
            Map.entry("icmp6-timeexceeded", 3),
            Map.entry("icmp6-parameterproblem", 4),
            Map.entry("icmp6-echo", 128),
            Map.entry("icmp6-echoreply", 129),
            Map.entry("icmp6-multicastlistenerquery", 130),
            Map.entry("icmp6-multicastlistenerreportv1", 131),
            Map.entry("icmp6-multicastlistenerdone", 132),
            Map.entry("icmp6-routersolicit", 133),
            Map.entry("icmp6-routeradvert", 134),
            Map.entry("icmp6-neighborsolicit", 135),
            Map.entry("icmp6-neighboradvert", 136),
            Map.entry("icmp6-redirect", 137),
            Map.entry("icmp6-routerrenum", 138),
            Map.entry("icmp6-multicastlistenerreportv2", 143),
            Map.entry("tcpflags", 13),
            Map.entry("tcp-fin", 0x01),
            Map.entry("tcp-syn", 0x02),
            Map.entry("tcp-rst", 0x04),
            Map.entry("tcp-push", 0x08),
            Map.entry("tcp-ack", 0x10),
            Map.entry("tcp-urg", 0x20),
            Map.entry("tcp-ece", 0x40),
            Map.entry("tcp-cwr", 0x80));

    private static final String HEX = "[0-9A-Fa-f]";

    /** The longest of these that fits is the next word. */
    private static final Map<Token.Kind, Pattern> PATTERNS = Map.of(
            Token.Kind.MAC,
                    Pattern.compile("(?:" + HEX + "{1,2}[:.-]){5}" + HEX + "{1,2}(?![:.])|" + HEX + "{4}\\." + HEX
                            + "{4}\\." + HEX + "{4}"),
            Token.Kind.IPV6, Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(?:[0-9]+\\.[0-9.]+)?"),
            Token.Kind.IPV4, Pattern.compile("[0-9]+(?:\\.[0-9]+){1,3}"),
            Token.Kind.NUMBER, Pattern.compile("0[xX]" + HEX + "+|[0-9]+"),
            Token.Kind.NAME, Pattern.compile("[A-Za-z0-9](?:[-_.A-Za-z0-9]*[.A-Za-z0-9])?|\\\\[^ !()\n\t]+"),
            Token.Kind.SYMBOL, Pattern.compile("&&|\\|\\||==|!=|<>|<=|>=|<<|>>|[-+*/%&|^()\\[\\]:!=<>]"));

    private static final List<Token.Kind> PREFERENCE = List.of(
            Token.Kind.NUMBER, Token.Kind.MAC, Token.Kind.IPV6, Token.Kind.IPV4, Token.Kind.NAME, Token.Kind.SYMBOL);

    private FilterLexer() {}

    static List<Token> split(String expression) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < expression.length()) {
            if (Character.isWhitespace(expression.charAt(at))) {
                at++;
                continue;
            }
            Token longest = longest(expression, at);
            at += longest.text().length();
            tokens.add(refine(longest));
        }
        return tokens;
    }

    private static Token longest(String expression, int at) {
        Token longest = Token.END;
        for (Token.Kind kind : PREFERENCE) {
            Matcher matcher = Objects.requireNonNull(PATTERNS.get(kind))
                    .matcher(expression)
                    .region(at, expression.length());
            if (matcher.lookingAt() && matcher.group().length() > longest.text().length()) {
                longest = new Token(kind, matcher.group());
            }
        }
        if (longest.text().isEmpty()) {
            throw FilterException.syntax();
        }
        return longest;
    }

    private static Token refine(Token token) {
        String text = SYNONYMS.getOrDefault(token.text(), token.text());
        if (token.kind() == Token.Kind.IPV6 && !isIpv6(token.text())) {
            throw new FilterException("bogus IPv6 address " + token.text());
        }
        if (token.kind() == Token.Kind.SYMBOL) {
            return new Token(text.equals("<>") ? Token.Kind.SYMBOL : token.kind(), text.equals("<>") ? "!=" : text);
        }
        if (token.kind() != Token.Kind.NAME) {
            return token;
        }
        if (text.startsWith("\\")) {
            return new Token(Token.Kind.NAME, text.substring(1));
        }
        if (CONSTANTS.containsKey(text)) {
            return new Token(Token.Kind.NUMBER, String.valueOf(CONSTANTS.get(text)));
        }
        return KEYWORDS.contains(text) ? new Token(Token.Kind.KEYWORD, text) : token;
    }

    private static boolean isIpv6(String text) {
        try {
            Ipv6Address.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
