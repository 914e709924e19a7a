package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.expression.SetProperties;
import org.vethlab.net.filter.expression.SetProperties.Flag;

/** Works out what a set is declared to be (set_evaluate). */
final class SetDeclaration {
    private static final long METER_SIZE = 65535;

    private final RuleBuilder context;
    private final LeftEvaluator left;

    SetDeclaration(RuleBuilder context, LeftEvaluator left) {
        this.context = context;
        this.left = left;
    }

    SetProperties evaluate(Body.SetBody body) {
        List<DataType> keys = types(body.type, body.typeOf);
        if (keys.isEmpty()) {
            throw new NftException(body.at, "set definition does not specify key");
        }
        List<Integer> widths = widths(keys, body.typeOf, body);
        Optional<String> object = body.dataType.isEmpty() ? Optional.empty() : objectKind(body.dataType.get(0));
        List<DataType> data = object.isPresent() ? List.of() : types(body.dataType, body.dataTypeOf);
        Set<Flag> flags = flags(body);
        if (body.autoMerge && !flags.contains(Flag.INTERVAL)) {
            throw new NftException(body.at, "auto-merge only works with interval sets");
        }
        return new SetProperties(
                SetEvaluator.keywords(keys),
                widths,
                SetEvaluator.keywords(data),
                dataBits(data),
                body.intervalData,
                object,
                body.typeOf.map(syntax -> text(syntax)),
                body.dataTypeOf.map(syntax -> text(syntax)),
                flags,
                body.autoMerge,
                optional(body.timeout),
                optional(body.gcInterval),
                optional(body.size),
                body.policy,
                body.comment,
                statements(body));
    }

    private static OptionalLong optional(Optional<Long> value) {
        return value.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static Optional<String> objectKind(Token token) {
        return List.of("counter", "quota", "limit").contains(token.kind())
                ? Optional.of(token.kind())
                : Optional.empty();
    }

    private List<DataType> types(List<Token> names, Optional<Syntax> typeOf) {
        if (typeOf.isPresent()) {
            if (typeOf.get() instanceof Syntax.Symbol symbol && symbol.text().equals("verdict")) {
                return List.of(DataType.VERDICT);
            }
            return left.evaluate(typeOf.get()).types();
        }
        return names.stream().map(DataType::named).toList();
    }

    private List<Integer> widths(List<DataType> types, Optional<Syntax> typeOf, Body.SetBody body) {
        if (typeOf.isPresent()) {
            return left.evaluate(typeOf.get()).widths();
        }
        for (DataType type : types) {
            if (type.bits() == 0) {
                String what = type == DataType.VERDICT ? "specify mapping data type" : "";
                throw new NftException(
                        body.at,
                        what.isEmpty()
                                ? "unqualified type " + type.keyword() + " specified in "
                                        + (body.map ? "map" : "set")
                                        + " definition. Try \"typeof expression\" instead of"
                                        + " \"type datatype\"."
                                : what);
            }
        }
        return types.stream().map(DataType::bits).toList();
    }

    private static int dataBits(List<DataType> types) {
        return types.stream().mapToInt(DataType::bits).sum();
    }

    private static Set<Flag> flags(Body.SetBody body) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : Flag.values()) {
            if (body.flags.contains(flag.keyword())) {
                flags.add(flag);
            }
        }
        if (body.timeout.isPresent()) {
            flags.add(Flag.TIMEOUT);
        }
        return flags;
    }

    private static List<Statement> statements(Body.SetBody body) {
        List<Statement> statements = new ArrayList<>();
        body.statements.forEach(statement -> statements.add(new StatefulEvaluator().evaluate(statement)));
        return statements;
    }

    /** The expression of {@code typeof}, as nft says it again. */
    private String text(Syntax syntax) {
        if (syntax instanceof Syntax.Concatenation concatenation) {
            return String.join(
                    " . ", concatenation.parts().stream().map(this::text).toList());
        }
        if (syntax instanceof Syntax.Header header) {
            return HeaderField.find(header.protocol(), header.field())
                    .map(HeaderField::text)
                    .orElse("");
        }
        if (syntax instanceof Syntax.Symbol symbol) {
            return symbol.text();
        }
        Left evaluated = left.evaluate(syntax);
        return new SelectorPrinter(PrintOptions.DEFAULT, context.protocols(), Optional.empty())
                .print(evaluated.selector());
    }

    /** Of the set that a meter keeps. */
    static SetProperties ofMeter(Left key, Optional<Long> size) {
        return new SetProperties(
                SetEvaluator.keywords(key.types()),
                key.widths(),
                List.of(),
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EnumSet.of(Flag.DYNAMIC),
                false,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(size.orElse(METER_SIZE)),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
