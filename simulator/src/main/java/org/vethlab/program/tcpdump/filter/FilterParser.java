package org.vethlab.program.tcpdump.filter;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The grammar of pcap-filter(7). {@code and} and {@code or} bind alike, to the left; a bare name or number behind one of
 * them takes the qualifiers of what is before it: {@code tcp port 80 or 443}.
 */
final class FilterParser {
    private static final Set<String> PROTOCOLS = Set.of(
            "ether", "link", "arp", "rarp", "ip", "ip6", "icmp", "icmp6", "tcp", "udp", "sctp", "igmp", "igrp", "pim",
            "vrrp", "ah", "esp", "stp", "llc", "atalk", "aarp", "decnet", "lat", "sca", "moprc", "mopdl");
    private static final Set<String> TYPES =
            Set.of("host", "net", "port", "portrange", "proto", "protochain", "gateway");

    private final List<Token> tokens;
    private final TestMaker maker;
    private int at;

    FilterParser(List<Token> tokens, TestMaker maker) {
        this.tokens = tokens;
        this.maker = maker;
    }

    /** A test, and the qualifiers that a bare word behind it inherits. */
    private record Parsed(Test test, Optional<Qualifiers> qualifiers) {}

    Test parse() {
        Test test = expression().test;
        if (at < tokens.size()) {
            throw FilterException.syntax();
        }
        return test;
    }

    private Parsed expression() {
        Parsed left = term();
        while (peek().is("and") || peek().is("or")) {
            boolean and = next().is("and");
            Parsed right = startsId() ? new Parsed(id(inherited(left)), left.qualifiers) : term();
            Test combined = and ? left.test.and(right.test) : left.test.or(right.test);
            left = new Parsed(combined, right.qualifiers);
        }
        return left;
    }

    private static Qualifiers inherited(Parsed left) {
        return left.qualifiers.orElseThrow(() -> new FilterException("syntax error in filter expression"));
    }

    /** Whether what comes is a bare name, number or address, {@code not} before it or none. */
    private boolean startsId() {
        int ahead = at;
        while (token(ahead).is("not") || token(ahead).is("(")) {
            ahead++;
        }
        Token.Kind kind = token(ahead).kind();
        boolean word =
                kind == Token.Kind.NAME || kind == Token.Kind.IPV4 || kind == Token.Kind.IPV6 || kind == Token.Kind.MAC;
        return word || kind == Token.Kind.NUMBER && !isOperator(token(ahead + 1));
    }

    private static boolean isOperator(Token token) {
        return token.kind() == Token.Kind.SYMBOL
                && Set.of("=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>")
                        .contains(token.text());
    }

    private Parsed term() {
        if (take("not")) {
            Parsed negated = term();
            return new Parsed(negated.test.not(), negated.qualifiers);
        }
        if (startsArithmetic()) {
            return new Parsed(comparison(), Optional.empty());
        }
        if (take("(")) {
            Parsed inner = expression();
            expect(")");
            return inner;
        }
        return primitive();
    }

    /** An arithmetic comparison begins with a number, {@code len}, a minus, or a protocol with a bracket behind it. */
    private boolean startsArithmetic() {
        int ahead = at;
        while (token(ahead).is("(")) {
            ahead++;
        }
        Token token = token(ahead);
        boolean begins = token.kind() == Token.Kind.NUMBER
                || token.is("len")
                || token.is("-")
                || token.kind() == Token.Kind.KEYWORD && token(ahead + 1).is("[");
        return begins && (ahead == at || parenthesisIsArithmetic(ahead));
    }

    /** Whether the parenthesis belongs to a computation: no relation stands inside it. */
    private boolean parenthesisIsArithmetic(int inside) {
        int depth = inside - at;
        for (int i = inside; i < tokens.size(); i++) {
            Token token = token(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                return isOperator(token(i + 1));
            }
            if (token.is("and")
                    || token.is("or")
                    || Set.of("=", "!=", "<", ">", "<=", ">=").contains(token.text())) {
                return false;
            }
        }
        return false;
    }

    private Test comparison() {
        return new ArithmeticParser(this, maker).comparison();
    }

    private Parsed primitive() {
        String protocol = peek().kind() == Token.Kind.KEYWORD && PROTOCOLS.contains(peek().text()) ? next().text() : "";
        if (take("broadcast")) {
            return new Parsed(maker.broadcast(protocol), Optional.empty());
        }
        if (take("multicast")) {
            return new Parsed(maker.multicast(protocol), Optional.empty());
        }
        String direction = direction();
        String type = peek().kind() == Token.Kind.KEYWORD && TYPES.contains(peek().text()) ? next().text() : "";
        boolean bare = direction.isEmpty() && type.isEmpty();
        if (bare && protocol.isEmpty()) {
            return new Parsed(other(), Optional.empty());
        }
        if (bare && startsId()) {
            throw FilterException.syntax();
        }
        if (bare) {
            return new Parsed(maker.protocol(protocol), Optional.empty());
        }
        Qualifiers qualifiers = new Qualifiers(protocol, direction, type);
        if (!startsId()) {
            throw FilterException.syntax();
        }
        return new Parsed(id(qualifiers), Optional.of(qualifiers));
    }

    private String direction() {
        if (!peek().is("src") && !peek().is("dst")) {
            return "";
        }
        String first = next().text();
        boolean other = token(at + 1).is("src") || token(at + 1).is("dst");
        if (!other || !peek().is("or") && !peek().is("and") || token(at + 1).is(first)) {
            return first;
        }
        String joint = next().text();
        next();
        return "src " + joint + " dst";
    }

    /** What stands for itself: less, greater, inbound, vlan, … */
    private Test other() {
        Token word = peek();
        if (word.kind() != Token.Kind.KEYWORD) {
            throw FilterException.syntax();
        }
        next();
        switch (word.text()) {
            case "less":
                return maker.shorter(number());
            case "greater":
                return maker.longer(number());
            case "inbound":
                return maker.outgoing(false);
            case "outbound":
                return maker.outgoing(true);
            case "ifindex":
                return maker.interfaceIndex((int) number());
            case "byte":
                return byteComparison();
            case "vlan":
                return maker.vlan(optionalNumber());
            case "mpls":
                return maker.mpls(optionalNumber());
            default:
                throw FilterException.syntax();
        }
    }

    private Optional<Long> optionalNumber() {
        return peek().kind() == Token.Kind.NUMBER ? Optional.of(number()) : Optional.empty();
    }

    private Test byteComparison() {
        Value value = Value.load((int) number(), 1);
        Token operator = next();
        long number = number();
        return switch (operator.text()) {
            case "=" -> Test.equal(value, number);
            case "<" -> new Test.Comparison(Test.Relation.GREATER_OR_EQUAL, value, Value.constant(number)).not();
            case ">" -> new Test.Comparison(Test.Relation.GREATER, value, Value.constant(number));
            case "&" -> Test.equal(Value.masked(value, (int) number), 0).not();
            case "|" ->
                Test.equal(Value.operation(Value.Operator.OR, value, Value.constant(number)), 0)
                        .not();
            default -> throw FilterException.syntax();
        };
    }

    /** A name, number or address, or several of them with and, or and parentheses. */
    private Test id(Qualifiers qualifiers) {
        if (take("not")) {
            return id(qualifiers).not();
        }
        if (take("(")) {
            Test left = id(qualifiers);
            while (peek().is("and") || peek().is("or")) {
                boolean and = next().is("and");
                Test right = id(qualifiers);
                left = and ? left.and(right) : left.or(right);
            }
            expect(")");
            return left;
        }
        Token word = next();
        return switch (word.kind()) {
            case NUMBER -> maker.number(qualifiers, word.number());
            case NAME -> maker.name(qualifiers, word.text());
            case MAC -> maker.mac(qualifiers, word.text());
            case IPV4 -> ipv4(qualifiers, word.text());
            case IPV6 -> maker.ipv6(qualifiers, word.text(), take("/") ? Optional.of(number()) : Optional.empty());
            default -> throw FilterException.syntax();
        };
    }

    private Test ipv4(Qualifiers qualifiers, String address) {
        if (take("/")) {
            return maker.network(qualifiers, address, number());
        }
        if (take("mask")) {
            return maker.networkWithMask(qualifiers, address, next().text());
        }
        return maker.address(qualifiers, address);
    }

    // the tokens

    Token peek() {
        return token(at);
    }

    Token next() {
        Token token = token(at);
        if (token.kind() == Token.Kind.END) {
            throw FilterException.syntax();
        }
        at++;
        return token;
    }

    boolean take(String word) {
        boolean there = peek().is(word);
        at += there ? 1 : 0;
        return there;
    }

    void expect(String word) {
        if (!take(word)) {
            throw FilterException.syntax();
        }
    }

    long number() {
        Token token = next();
        if (token.kind() != Token.Kind.NUMBER) {
            throw FilterException.syntax();
        }
        return token.number();
    }

    private Token token(int index) {
        return index < tokens.size() ? tokens.get(index) : Token.END;
    }
}
