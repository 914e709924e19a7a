package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Reject;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.VerdictStatement;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.Operator;
import org.vethlab.net.filter.expression.Registers;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.Test;
import org.vethlab.net.filter.expression.VerdictMap;

/** The statements of a rule in JSON. */
final class JsonRule {
    private final ProtocolContext protocols;
    private final JsonValues values;
    private final JsonSelectors selectors;
    private final JsonActions actions;

    private JsonRule(Family family, SetPrinter sets, long now) {
        this.protocols = new ProtocolContext(family);
        this.values = new JsonValues(sets, now);
        SelectorPrinter texts = new SelectorPrinter(sets.options(), protocols, Optional.of(sets));
        this.selectors = new JsonSelectors(protocols, texts, values);
        this.actions = new JsonActions(family, sets, selectors, values);
    }

    static List<String> statements(Rule rule, Family family, SetPrinter sets, long now) {
        JsonRule printer = new JsonRule(family, sets, now);
        List<String> parts = new ArrayList<>();
        for (RulePrinter.Piece piece : RulePrinter.pieces(rule, family, sets)) {
            if (!piece.text().isEmpty()) {
                parts.add(printer.statement(piece.statement()));
            }
            if (piece.statement() instanceof Test.Comparison comparison) {
                printer.protocols.learn(comparison);
            }
        }
        return parts;
    }

    private String statement(Statement statement) {
        if (statement instanceof Test test) {
            return match(test);
        }
        if (statement instanceof Counter counter) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("packets", Long.toString(counter.packets()));
            fields.put("bytes", Long.toString(counter.bytes()));
            return JsonText.object("counter", JsonText.object(fields));
        }
        if (statement instanceof VerdictStatement verdict) {
            return JsonValues.verdict(verdict.verdict());
        }
        if (statement instanceof VerdictMap map) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("key", selectors.json(map.key()));
            fields.put("data", values.reference(map.map(), selectors.types(map.key())));
            return JsonText.object("vmap", JsonText.object(fields));
        }
        return statement instanceof Reject reject ? reject(reject) : actions.json(statement);
    }

    private String match(Test test) {
        if (test instanceof Test.Comparison comparison) {
            return comparison(comparison);
        }
        String left = selectors.json(test.left());
        List<DataType> types = selectors.types(test.left());
        int bits = test.left().bits();
        if (test instanceof Test.Membership membership) {
            return match(membership.inverted() ? "!=" : "==", left, values.reference(membership.set(), types));
        }
        if (test instanceof Test.Range range) {
            String from = values.value(range.from(), types.get(0), bits);
            String until = values.value(range.until(), types.get(0), bits);
            String right = JsonText.object("range", JsonText.array(List.of(from, until)));
            return match(range.inverted() ? "!=" : "==", left, right);
        }
        if (test instanceof Test.Beginning beginning) {
            String name = JsonText.string(Registers.name(beginning.right()) + "*");
            return match(beginning.inverted() ? "!=" : "==", left, name);
        }
        return match("==", left, "true");
    }

    private static String match(String operator, String left, String right) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("op", JsonText.string(operator));
        fields.put("left", left);
        fields.put("right", right);
        return JsonText.object("match", JsonText.object(fields));
    }

    private String comparison(Test.Comparison test) {
        DataType type = selectors.types(test.left()).get(0);
        if (test.left() instanceof Selector.Bitwise bitwise && bitwise.flip().signum() == 0) {
            Optional<String> special = masked(test, bitwise, type);
            if (special.isPresent()) {
                return special.get();
            }
        }
        String right = values.value(test.right(), type, test.left().bits());
        return match(test.operator().sign(), selectors.json(test.left()), right);
    }

    private Optional<String> masked(Test.Comparison test, Selector.Bitwise bitwise, DataType type) {
        boolean equality = test.operator() == Operator.EQUAL || test.operator() == Operator.UNEQUAL;
        if (type.isFlags() && equality && test.right().signum() == 0) {
            String operator = test.operator() == Operator.UNEQUAL ? "in" : "!";
            return Optional.of(match(operator, selectors.json(bitwise.of()), values.flags(bitwise.mask(), type)));
        }
        boolean address = type.kind() == DataType.Kind.IPV4 || type.kind() == DataType.Kind.IPV6;
        BigInteger all = BigInteger.ONE.shiftLeft(bitwise.bits()).subtract(BigInteger.ONE);
        BigInteger free = all.andNot(bitwise.mask());
        if (!address || !equality || free.bitCount() != free.bitLength()) {
            return Optional.empty();
        }
        String network = values.value(test.right(), type, bitwise.bits());
        String prefix = JsonValues.prefix(network, Integer.toString(bitwise.bits() - free.bitLength()));
        return Optional.of(match(test.operator().sign(), selectors.json(bitwise.of()), prefix));
    }

    private String reject(Reject reject) {
        if (reject.kind() == Reject.Kind.TCP_RESET) {
            return JsonText.object("reject", JsonText.object("type", JsonText.string("tcp reset")));
        }
        boolean ipv4 = protocols.at(HeaderBase.NETWORK).equals(Optional.of(Protocol.IP));
        boolean either = reject.kind() == Reject.Kind.EITHER;
        String type = either ? "icmpx" : ipv4 ? "icmp" : "icmpv6";
        DataType codes = either ? DataType.ICMPX_CODE : ipv4 ? DataType.ICMP_CODE : DataType.ICMPV6_CODE;
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", JsonText.string(type));
        fields.put("expr", values.value(BigInteger.valueOf(reject.code()), codes, 8));
        return JsonText.object("reject", JsonText.object(fields));
    }
}
