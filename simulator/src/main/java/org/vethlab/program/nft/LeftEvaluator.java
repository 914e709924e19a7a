package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.expression.ConntrackKey;
import org.vethlab.net.filter.expression.FibAnswer;
import org.vethlab.net.filter.expression.FibKey;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.MetaKey;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.Sequence;
import org.vethlab.program.CommandException;

/** Works out what a rule looks at, and adds the tests that this needs ({@code tcp dport} asks for {@code meta l4proto}). */
final class LeftEvaluator {
    private static final Map<String, HeaderBase> BASES =
            Map.of("ll", HeaderBase.LINK, "nh", HeaderBase.NETWORK, "th", HeaderBase.TRANSPORT);

    private final RuleBuilder rule;
    private final Constants constants;
    private final SetEvaluator sets;
    private final Dependencies dependencies;

    LeftEvaluator(RuleBuilder rule, Constants constants, SetEvaluator sets) {
        this.rule = rule;
        this.constants = constants;
        this.sets = sets;
        this.dependencies = new Dependencies(rule);
    }

    Left evaluate(Syntax syntax) {
        if (syntax instanceof Syntax.Header header) {
            return header(header);
        }
        if (syntax instanceof Syntax.Meta meta) {
            return meta(meta);
        }
        if (syntax instanceof Syntax.Conntrack conntrack) {
            return conntrack(conntrack);
        }
        if (syntax instanceof Syntax.Concatenation concatenation) {
            return concatenation(concatenation);
        }
        if (syntax instanceof Syntax.Binary binary) {
            return binary(binary);
        }
        if (syntax instanceof Syntax.Mapping mapping) {
            return mapping(mapping);
        }
        return special(syntax);
    }

    private Left special(Syntax syntax) {
        if (syntax instanceof Syntax.Raw raw) {
            HeaderBase base = BASES.getOrDefault(raw.base(), HeaderBase.TRANSPORT);
            Selector field = new Selector.Field(base, (int) raw.offset(), (int) raw.length());
            return Left.of(raw.at(), field, DataType.RAW);
        }
        if (syntax instanceof Syntax.Fib fib) {
            return fib(fib);
        }
        if (syntax instanceof Syntax.NumberGenerator generator) {
            boolean random = generator.mode().equals("random");
            Selector selector =
                    new Selector.NumberGenerator(new Sequence(), random, generator.modulus(), generator.offset());
            return Left.of(generator.at(), selector, DataType.INTEGER);
        }
        if (syntax instanceof Syntax.Hash hash) {
            Optional<Selector> key = hash.key().map(one -> evaluate(one).selector());
            Selector selector = new Selector.Hash(key, hash.modulus(), hash.seed(), hash.offset());
            return Left.of(hash.at(), selector, DataType.INTEGER);
        }
        if (syntax instanceof Syntax.Extension extension) {
            throw CommandException.notSimulated("nft " + extension.header());
        }
        if (syntax instanceof Syntax.Routing || syntax instanceof Syntax.Socket) {
            throw CommandException.notSimulated("nft " + (syntax instanceof Syntax.Routing ? "rt" : "socket"));
        }
        throw new NftException(syntax.at(), "Relational expression () has constant value");
    }

    private Left header(Syntax.Header header) {
        HeaderField field = HeaderField.find(header.protocol(), header.field())
                .orElseThrow(() -> CommandException.notSimulated("nft " + header.protocol() + " " + header.field()));
        if (field.protocol() == Protocol.TH) {
            return Left.of(header.at(), field.selector(0), field.type());
        }
        int stacked = dependencies.require(field, header.at());
        return Left.of(header.at(), field.selector(stacked), field.type());
    }

    private Left meta(Syntax.Meta meta) {
        String keyword = meta.key().equals("ibridgename") ? "ibrname" : meta.key();
        MetaKey key = metaKey(keyword);
        if (rule.family() == Family.BRIDGE && (key == MetaKey.BRIDGE_INPUT_NAME || key == MetaKey.BRIDGE_OUTPUT_NAME)) {
            throw new KernelException(meta.at(), "Operation not supported");
        }
        if (key == MetaKey.FAMILY && rule.family() != Family.INET) {
            throw new NftException(meta.at(), "meta nfproto is only useful in the inet family");
        }
        return Left.of(meta.at(), new Selector.Meta(key), KeyTypes.of(key));
    }

    private static MetaKey metaKey(String keyword) {
        for (MetaKey key : MetaKey.values()) {
            if (key.keyword().equals(keyword)) {
                return key;
            }
        }
        throw CommandException.notSimulated("nft meta " + keyword);
    }

    private Left conntrack(Syntax.Conntrack conntrack) {
        ConntrackChecks.check(rule.family(), conntrack.at());
        Optional<Boolean> reply = conntrack.direction().map(word -> word.equals("reply"));
        for (ConntrackKey key : ConntrackKey.values()) {
            if (key.keyword().equals(conntrack.key())) {
                requireNetwork(key, conntrack);
                Selector selector = new Selector.Conntrack(key, reply);
                return Left.of(conntrack.at(), selector, KeyTypes.of(key, rule.protocols()));
            }
        }
        throw CommandException.notSimulated("nft ct " + conntrack.key());
    }

    /** Addresses alone do not say of which protocol they are. */
    private void requireNetwork(ConntrackKey key, Syntax.Conntrack conntrack) {
        boolean address = key == ConntrackKey.SOURCE || key == ConntrackKey.DESTINATION;
        if (address && rule.protocols().at(HeaderBase.NETWORK).isEmpty()) {
            String word = key.keyword();
            throw new NftException(
                    conntrack.at(),
                    "cannot determine ip protocol version, use \"ip " + word + "\" or \"ip6 " + word + "\" instead");
        }
    }

    private Left fib(Syntax.Fib fib) {
        if (rule.family() == Family.BRIDGE || rule.family() == Family.ARP) {
            throw new KernelException(fib.at(), "No such file or directory");
        }
        List<FibKey> keys = new ArrayList<>();
        for (FibKey key : FibKey.values()) {
            if (fib.keys().contains(key.keyword())) {
                keys.add(key);
            }
        }
        for (FibAnswer answer : FibAnswer.values()) {
            if (answer.keyword().equals(fib.result())) {
                return Left.of(fib.at(), new Selector.Fib(keys, answer, false), KeyTypes.of(answer));
            }
        }
        throw new NftException(fib.at(), "unknown fib result");
    }

    private Left concatenation(Syntax.Concatenation concatenation) {
        List<Selector> selectors = new ArrayList<>();
        List<DataType> types = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (Syntax part : concatenation.parts()) {
            Left left = evaluate(part);
            if (left.type() == DataType.INTEGER
                    && left.type().bits() == 0
                    && !(part instanceof Syntax.Header)
                    && !(part instanceof Syntax.Meta)) {
                throw new NftException(
                        part.at(), "can not use variable sized data types (integer) in concat expressions");
            }
            selectors.add(left.selector());
            types.add(left.type());
            widths.add(left.selector().bits());
        }
        return new Left(concatenation.at(), new Selector.Concatenation(selectors), types, widths);
    }

    private Left binary(Syntax.Binary binary) {
        Left left = evaluate(binary.left());
        int bits = left.selector().bits();
        boolean shift = binary.operator().equals("<<") || binary.operator().equals(">>");
        BigInteger right = constants.value(binary.right(), shift ? DataType.INTEGER : left.type(), bits);
        BigInteger all = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        Selector of = left.selector();
        Selector selector = switch (binary.operator()) {
            case "&" -> new Selector.Bitwise(of, right, BigInteger.ZERO);
            case "|" -> new Selector.Bitwise(of, all.andNot(right), right);
            case "^" -> new Selector.Bitwise(of, all, right);
            case "<<" -> new Selector.Shift(of, right.intValue());
            default -> new Selector.Shift(of, -right.intValue());
        };
        return Left.of(binary.at(), merged(selector), left.type());
    }

    /** {@code x & a ^ b} is one operation for the kernel. */
    private static Selector merged(Selector selector) {
        if (selector instanceof Selector.Bitwise outer
                && outer.of() instanceof Selector.Bitwise inner
                && inner.flip().signum() == 0) {
            return new Selector.Bitwise(inner.of(), inner.mask().and(outer.mask()), outer.flip());
        }
        return selector;
    }

    private Left mapping(Syntax.Mapping mapping) {
        Left key = evaluate(mapping.key());
        return sets.mapped(rule, mapping, key, Optional.empty());
    }
}
