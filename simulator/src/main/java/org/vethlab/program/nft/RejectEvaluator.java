package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Reject;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.MetaKey;
import org.vethlab.net.filter.expression.Operator;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.Test;

/** Works out {@code reject}: which message, and what a packet must be for it (stmt_evaluate_reject). */
final class RejectEvaluator {
    private static final int TCP = 6;
    private static final int IPV4_PORT_UNREACHABLE = 3;
    private static final int IPV6_PORT_UNREACHABLE = 4;
    private static final int EITHER_PORT_UNREACHABLE = 1;

    private final RuleBuilder rule;
    private final ValueParser values;

    RejectEvaluator(RuleBuilder rule, ValueParser values) {
        this.rule = rule;
        this.values = values;
    }

    void evaluate(StatementSyntax.Reject reject) {
        if (rule.family() == Family.ARP) {
            throw new NftException(reject.at(), "cannot use reject with arp");
        }
        if (rule.family() == Family.BRIDGE || rule.family() == Family.NETDEV) {
            throw new KernelException(reject.at(), "No such file or directory");
        }
        switch (reject.with()) {
            case "" -> rule.add(byDefault());
            case "tcp" -> reset(reject);
            case "icmpx" -> either(reject);
            default -> unreachable(reject);
        }
    }

    private Optional<Protocol> network() {
        return rule.protocols().at(HeaderBase.NETWORK);
    }

    private Reject byDefault() {
        if (network().equals(Optional.of(Protocol.IP))) {
            return new Reject(Reject.Kind.UNREACHABLE, IPV4_PORT_UNREACHABLE);
        }
        if (network().equals(Optional.of(Protocol.IP6))) {
            return new Reject(Reject.Kind.UNREACHABLE, IPV6_PORT_UNREACHABLE);
        }
        return new Reject(Reject.Kind.EITHER, EITHER_PORT_UNREACHABLE);
    }

    private void reset(StatementSyntax.Reject reject) {
        Optional<Protocol> transport = rule.protocols().at(HeaderBase.TRANSPORT);
        if (transport.isPresent() && transport.get() != Protocol.TCP) {
            throw new NftException(
                    new NftError("you cannot use tcp reset with this protocol", List.of(reject.at(), reject.at())));
        }
        if (transport.isEmpty()) {
            require(MetaKey.TRANSPORT, TCP);
        }
        rule.add(new Reject(Reject.Kind.TCP_RESET, 1));
    }

    private void either(StatementSyntax.Reject reject) {
        int code = code(reject, DataType.ICMPX_CODE);
        if (rule.family() == Family.IP || rule.family() == Family.IP6) {
            throw new NftException(new NftError(
                    "abstracted ICMP unreachable not supported",
                    List.of(reject.reason().orElseThrow().at(), reject.at())));
        }
        rule.add(new Reject(Reject.Kind.EITHER, code));
    }

    private int code(StatementSyntax.Reject reject, DataType type) {
        Syntax reason = reject.reason().orElseThrow();
        String text = reason instanceof Syntax.Symbol symbol
                ? symbol.text()
                : Long.toString(((Syntax.Number) reason).value());
        BigInteger code = values.parse(reason.at(), text, type, type.bits());
        return code.intValue();
    }

    private void unreachable(StatementSyntax.Reject reject) {
        boolean ipv4 = reject.with().equals("icmp");
        int code = code(reject, ipv4 ? DataType.ICMP_CODE : DataType.ICMPV6_CODE);
        Protocol wanted = ipv4 ? Protocol.IP : Protocol.IP6;
        if (network().isPresent() && network().get() != wanted) {
            throw new NftException(new NftError(
                    "conflicting protocols specified: ip vs ip6",
                    List.of(
                            reject.reason().orElseThrow().at(),
                            rule.networkKnownFrom().orElse(reject.at()))));
        }
        if (network().isEmpty()) {
            requireNetwork(wanted);
        }
        rule.add(new Reject(Reject.Kind.UNREACHABLE, code));
    }

    private void requireNetwork(Protocol wanted) {
        if (rule.family() == Family.INET) {
            require(MetaKey.FAMILY, Protocol.INET.numberOf(wanted).orElseThrow());
        } else {
            require(MetaKey.PROTOCOL, Protocol.NETDEV.numberOf(wanted).orElseThrow());
        }
    }

    private void require(MetaKey key, int number) {
        rule.addFirst(new Test.Comparison(new Selector.Meta(key), Operator.EQUAL, BigInteger.valueOf(number)));
    }
}
