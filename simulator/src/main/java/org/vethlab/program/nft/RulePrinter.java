package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Reject;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.VerdictStatement;
import org.vethlab.net.filter.expression.ConnectionLimit;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.MetaKey;
import org.vethlab.net.filter.expression.Operator;
import org.vethlab.net.filter.expression.Quota;
import org.vethlab.net.filter.expression.RateLimit;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.Test;
import org.vethlab.net.filter.expression.VerdictMap;
import org.vethlab.net.filter.xt.IpHeaderMatch;

/** Shows a rule: the reverse of what was worked out of it (netlink_delinearize.c). */
final class RulePrinter {
    private final SetPrinter sets;
    private final ProtocolContext protocols;
    private final List<String> shown = new ArrayList<>();
    private final List<Statement> origins = new ArrayList<>();
    private final KnownDependencies dependencies;
    private final SelectorPrinter selectors;
    private final ActionPrinter actions;
    private Optional<Test.Comparison> previous = Optional.empty();

    private RulePrinter(Family family, SetPrinter sets) {
        this.sets = sets;
        this.protocols = new ProtocolContext(family);
        this.dependencies = new KnownDependencies(family, shown);
        this.selectors = new SelectorPrinter(sets.options(), protocols, Optional.of(sets)).telling(dependencies::used);
        this.actions = new ActionPrinter(family, sets, selectors);
    }

    /** A statement, and what it is shown as: nothing if it goes without saying. */
    record Piece(Statement statement, String text) {}

    /** Without its handle and its comment. */
    static String print(Rule rule, Family family, SetPrinter sets) {
        RulePrinter printer = of(rule, family, sets);
        printer.shown.removeIf(String::isEmpty);
        return String.join(" ", printer.shown).replace("   ", "  ").replaceFirst("^  ", " ");
    }

    static List<Piece> pieces(Rule rule, Family family, SetPrinter sets) {
        RulePrinter printer = of(rule, family, sets);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < printer.shown.size(); i++) {
            pieces.add(new Piece(printer.origins.get(i), printer.shown.get(i)));
        }
        return pieces;
    }

    private static RulePrinter of(Rule rule, Family family, SetPrinter sets) {
        RulePrinter printer = new RulePrinter(family, sets);
        boolean showsProtocol = ForeignStatement.showsProtocol(rule);
        for (Statement statement : rule.statements()) {
            if (statement instanceof IpHeaderMatch header) {
                printer.shown.add(new ForeignStatement(sets.values()).header(header, showsProtocol));
            } else {
                printer.add(statement);
            }
            while (printer.origins.size() < printer.shown.size()) {
                printer.origins.add(statement);
            }
        }
        return printer;
    }

    private void add(Statement statement) {
        if (statement instanceof Test.Comparison comparison) {
            comparison(comparison);
            return;
        }
        previous = Optional.empty();
        if (statement instanceof Test test) {
            shown.add(test(test));
        } else {
            action(statement);
        }
    }

    private void action(Statement statement) {
        if (statement instanceof Reject reject) {
            shown.add(reject(reject));
        } else if (statement instanceof Counter
                || statement instanceof RateLimit
                || statement instanceof Quota
                || statement instanceof ConnectionLimit) {
            shown.add(StatefulPrinter.print(statement, sets.options()));
        } else if (statement instanceof VerdictStatement verdict) {
            shown.add(SetPrinter.verdict(verdict.verdict()));
        } else if (statement instanceof VerdictMap map) {
            Shown key = selectors.show(map.key());
            shown.add(key.text() + " vmap " + sets.reference(map.map(), key.types()));
        } else {
            shown.add(actions.print(statement));
        }
        dependencies.reset();
    }

    private void comparison(Test.Comparison test) {
        if (mergesWithPrevious(test)) {
            return;
        }
        List<Test.Comparison> parts = HeaderParts.of(test, protocols);
        if (parts.isEmpty()) {
            single(test);
        } else {
            parts.forEach(this::single);
        }
        previous = Optional.of(test);
    }

    /**
     * Surprising: nft takes {@code >= x} and then {@code <= y} for one range, whatever fields they are of
     * (expr_may_merge_range).
     */
    private boolean mergesWithPrevious(Test.Comparison test) {
        if (previous.isEmpty()
                || previous.get().left().getClass() != test.left().getClass()) {
            return false;
        }
        Operator before = previous.get().operator();
        boolean inside = before == Operator.GREATER_OR_EQUAL && test.operator() == Operator.LESS_OR_EQUAL;
        boolean outside = before == Operator.LESS && test.operator() == Operator.GREATER;
        if (!inside && !outside) {
            return false;
        }
        Shown left = selectors.show(test.left());
        String range = sets.values()
                .range(
                        previous.get().right(),
                        test.right(),
                        left.type(),
                        test.left().bits());
        shown.set(shown.size() - 1, left.text() + not(outside) + range);
        previous = Optional.empty();
        return true;
    }

    private void single(Test.Comparison test) {
        int index = shown.size();
        Optional<HeaderField> field = test.left() instanceof Selector.Field bits && isEquality(test.operator())
                ? protocols.field(bits)
                : Optional.empty();
        String text = comparisonText(test);
        shown.add(text);
        origins.add(test);
        if (test.operator() != Operator.EQUAL) {
            return;
        }
        protocols.learn(test);
        int value = test.right().intValue();
        if (field.isPresent() && field.get().announces()) {
            dependencies.remember(field.get(), value, index);
        } else if (test.left() instanceof Selector.Meta meta) {
            dependencies.remember(meta.key(), value, index);
        }
    }

    private static boolean isEquality(Operator operator) {
        return operator == Operator.EQUAL || operator == Operator.UNEQUAL;
    }

    private String comparisonText(Test.Comparison test) {
        if (test.left() instanceof Selector.Bitwise bitwise && bitwise.flip().signum() == 0) {
            Shown of = selectors.show(bitwise.of());
            Optional<String> special = masked(test, bitwise, of);
            if (special.isPresent()) {
                return special.get();
            }
        }
        Shown left = selectors.show(test.left());
        DataType type = left.type();
        boolean flags = type.isFlags() && test.operator() == Operator.EQUAL;
        boolean calculated = test.left() instanceof Selector.Bitwise;
        String sign = test.operator() == Operator.EQUAL && !flags && !calculated
                ? " "
                : " " + test.operator().sign() + " ";
        return left.text() + sign + right(test, type);
    }

    /** Surprising: several flags of a header's field are shown as a number, others with strokes between them. */
    private String right(Test.Comparison test, DataType type) {
        if (!type.isFlags() || test.right().bitCount() < 2) {
            return sets.values().print(test.right(), type, test.left().bits());
        }
        return test.left() instanceof Selector.Field
                ? "0x" + test.right().toString(16)
                : sets.values().flags(test.right(), type).replace(",", " | ");
    }

    /** Flags and prefixes, which are shown without the operation that they are (relational_binop_postprocess). */
    private Optional<String> masked(Test.Comparison test, Selector.Bitwise bitwise, Shown of) {
        if (of.type().isFlags() && isEquality(test.operator())) {
            return flags(test, bitwise, of);
        }
        boolean address = of.type().kind() == DataType.Kind.IPV4 || of.type().kind() == DataType.Kind.IPV6;
        BigInteger all = BigInteger.ONE.shiftLeft(bitwise.bits()).subtract(BigInteger.ONE);
        BigInteger free = all.andNot(bitwise.mask());
        if (address && free.bitCount() == free.bitLength()) {
            String sign = test.operator() == Operator.UNEQUAL ? " != " : " ";
            String value = sets.values().print(test.right(), of.type(), bitwise.bits());
            return Optional.of(of.text() + sign + value + "/" + (bitwise.bits() - free.bitLength()));
        }
        return Optional.empty();
    }

    private Optional<String> flags(Test.Comparison test, Selector.Bitwise bitwise, Shown of) {
        String mask = sets.values().flags(bitwise.mask(), of.type());
        boolean equal = test.operator() == Operator.EQUAL;
        if (test.right().signum() == 0) {
            return Optional.of(of.text() + (equal ? " ! " : " ") + mask);
        }
        if (test.right().equals(bitwise.mask()) && test.right().bitCount() == 1) {
            return Optional.of(of.text() + " & " + mask + " " + test.operator().sign() + " " + mask);
        }
        String value = sets.values().flags(test.right(), of.type());
        return Optional.of(of.text() + (equal ? " " : " != ") + value + " / " + mask);
    }

    private String test(Test test) {
        if (test instanceof Test.Presence presence) {
            String what = presence.what().replace("option mss", "option maxseg");
            String word = what.contains(" ") ? "" : "exthdr ";
            return word + what + (presence.wanted() ? " exists" : " missing");
        }
        Shown left = selectors.show(test.left());
        if (test instanceof Test.Membership membership) {
            learnIcmp(membership);
            return left.text() + not(membership.inverted()) + sets.reference(membership.set(), left.types());
        }
        if (test instanceof Test.Range range) {
            return left.text()
                    + not(range.inverted())
                    + sets.values()
                            .range(
                                    range.from(),
                                    range.until(),
                                    left.type(),
                                    test.left().bits());
        }
        Test.Beginning beginning = (Test.Beginning) test;
        String name = org.vethlab.net.filter.expression.Registers.name(beginning.right());
        return left.text() + not(beginning.inverted()) + "\"" + name + "*\"";
    }

    /** {@code icmp type { … }} tells which fields the message has, by its first element. */
    private void learnIcmp(Test.Membership membership) {
        if (!(membership.left() instanceof Selector.Field bits)
                || !membership.set().isAnonymous()) {
            return;
        }
        Optional<HeaderField> field = protocols.field(bits);
        boolean icmp =
                field.equals(Optional.of(HeaderField.ICMP_TYPE)) || field.equals(Optional.of(HeaderField.ICMPV6_TYPE));
        if (icmp && protocols.icmpType() == 0) {
            int first = membership.set().elements().get(0).from().get(0).intValue();
            protocols.setIcmpType(first == 0 ? 8 : first);
        }
    }

    private static String not(boolean inverted) {
        return inverted ? " != " : " ";
    }

    private String reject(Reject reject) {
        Family family = protocols.family();
        boolean mixed = family != Family.IP && family != Family.IP6;
        if (reject.kind() == Reject.Kind.TCP_RESET) {
            dependencies.rejected(mixed ? HeaderBase.NETWORK : HeaderBase.TRANSPORT);
            return "reject with tcp reset";
        }
        BigInteger code = BigInteger.valueOf(reject.code());
        if (reject.kind() == Reject.Kind.EITHER) {
            return reject.code() == 1
                    ? "reject"
                    : "reject with icmpx " + sets.values().print(code, DataType.ICMPX_CODE, 8);
        }
        boolean ipv4 =
                family == Family.IP || mixed && protocols.at(HeaderBase.NETWORK).equals(Optional.of(Protocol.IP));
        if (!mixed && reject.code() == (ipv4 ? 3 : 4)) {
            return "reject";
        }
        if (mixed) {
            dependencies.rejected(HeaderBase.NETWORK);
        }
        return ipv4
                ? "reject with icmp " + sets.values().print(code, DataType.ICMP_CODE, 8)
                : "reject with icmpv6 " + sets.values().print(code, DataType.ICMPV6_CODE, 8);
    }

    static boolean isMeta(Selector selector, MetaKey key) {
        return selector instanceof Selector.Meta meta && meta.key() == key;
    }
}
