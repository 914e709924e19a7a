package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.expression.AddressTranslation;
import org.vethlab.net.filter.expression.AddressTranslation.Kind;
import org.vethlab.net.filter.expression.AddressTranslation.Span;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.program.CommandException;

/** Works out {@code snat}, {@code dnat}, {@code masquerade} and {@code redirect} (stmt_evaluate_nat). */
final class NatEvaluator {
    private static final List<String> FLAG_ORDER = List.of("random", "fully-random", "persistent");

    private final RuleBuilder rule;
    private final ActionEvaluator values;
    private final SetEvaluator sets;
    private final LeftEvaluator left;

    NatEvaluator(RuleBuilder rule, ActionEvaluator values, SetEvaluator sets, LeftEvaluator left) {
        this.rule = rule;
        this.values = values;
        this.sets = sets;
        this.left = left;
    }

    void evaluate(StatementSyntax.Nat nat) {
        if (nat.mode().equals("interval")) {
            throw CommandException.notSimulated("nft " + nat.kind() + " " + nat.mode());
        }
        Family family = family(nat);
        if (nat.address().isPresent()
                && nat.port().isEmpty()
                && holdsAddressAndPort(nat.address().get())) {
            concatenated(nat, family);
            return;
        }
        DataType type = family == Family.IP6 ? DataType.IPV6_ADDR : DataType.IPV4_ADDR;
        Optional<Span> address = nat.address().map(syntax -> span(syntax, type));
        Optional<Span> port = nat.port().map(syntax -> port(nat, syntax));
        rule.add(new AddressTranslation(
                kind(nat.kind()), family, address, port, nat.mode().equals("prefix"), flags(nat.flags())));
    }

    private static Kind kind(String keyword) {
        for (Kind kind : Kind.values()) {
            if (kind.keyword().equals(keyword)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(keyword);
    }

    private static List<String> flags(List<String> typed) {
        List<String> ordered = new ArrayList<>(FLAG_ORDER);
        ordered.retainAll(typed);
        return ordered;
    }

    private Family family(StatementSyntax.Nat nat) {
        if (rule.family() == Family.IP || rule.family() == Family.IP6) {
            return rule.family();
        }
        if (rule.family() != Family.INET) {
            throw new NftException(nat.at(), "NAT is only supported for IPv4/IPv6");
        }
        if (nat.family().isPresent()) {
            return nat.family().get().equals("ip6") ? Family.IP6 : Family.IP;
        }
        Optional<Protocol> network = rule.protocols().at(HeaderBase.NETWORK);
        if (nat.address().isEmpty()) {
            return Family.INET;
        }
        if (network.isEmpty()) {
            throw new NftException(nat.at(), "ip or ip6 must be specified with address for inet tables.");
        }
        return network.get() == Protocol.IP6 ? Family.IP6 : Family.IP;
    }

    private Span span(Syntax syntax, DataType type) {
        if (syntax instanceof Syntax.Mapping || !isConstantSpan(syntax)) {
            Left wanted = Left.of(syntax.at(), new Selector.Constant(BigInteger.ZERO, type.bits()), type);
            return new Span(values.value(syntax, wanted), Optional.empty());
        }
        Constants.Span span = values.constants().span(syntax, type, type.bits());
        Selector from = new Selector.Constant(span.from(), type.bits());
        return span.isRange() && !span.from().equals(span.until())
                ? new Span(from, Optional.of(new Selector.Constant(span.until(), type.bits())))
                : new Span(from, Optional.empty());
    }

    private static boolean isConstantSpan(Syntax syntax) {
        if (syntax instanceof Syntax.Range range) {
            return ActionEvaluator.isConstant(range.from()) && ActionEvaluator.isConstant(range.until());
        }
        return syntax instanceof Syntax.Prefix || ActionEvaluator.isConstant(syntax);
    }

    private Span port(StatementSyntax.Nat nat, Syntax syntax) {
        Optional<Protocol> transport = rule.protocols().at(HeaderBase.TRANSPORT);
        if (transport.isEmpty() && !rule.comparesTransport()) {
            throw new NftException(new NftError(
                    "transport protocol mapping is only valid after transport protocol match",
                    List.of(syntax.at(), nat.at())));
        }
        return span(syntax, DataType.INET_SERVICE);
    }

    private boolean holdsAddressAndPort(Syntax syntax) {
        if (!(syntax instanceof Syntax.Mapping mapping)) {
            return false;
        }
        if (mapping.set() instanceof Syntax.SetReference reference) {
            return rule.set(reference).properties().dataTypes().size() == 2;
        }
        return mapping.set() instanceof Syntax.Elements elements
                && elements.elements().get(0) instanceof Syntax.Element element
                && element.data().orElse(element.key()) instanceof Syntax.Concatenation;
    }

    /** {@code dnat to … map { 80 : 10.0.0.1 . 8080 }}: address and port of one map. */
    private void concatenated(StatementSyntax.Nat nat, Family family) {
        Syntax.Mapping mapping = (Syntax.Mapping) nat.address().orElseThrow();
        Left key = left.evaluate(mapping.key());
        DataType type = family == Family.IP6 ? DataType.IPV6_ADDR : DataType.IPV4_ADDR;
        List<DataType> types = List.of(type, DataType.INET_SERVICE);
        Left wanted = new Left(
                mapping.at(),
                new Selector.Constant(BigInteger.ZERO, type.bits() + 16),
                types,
                List.of(type.bits(), 16));
        Selector both = sets.mapped(rule, mapping, key, Optional.of(wanted)).selector();
        Span address = new Span(new Selector.Slice(both, 16, type.bits()), Optional.empty());
        Span port = new Span(new Selector.Slice(both, 0, 16), Optional.empty());
        rule.add(new AddressTranslation(
                kind(nat.kind()), family, Optional.of(address), Optional.of(port), false, flags(nat.flags())));
    }
}
