package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.SetElement;
import org.vethlab.net.filter.expression.SetProperties;
import org.vethlab.program.nft.ElementEvaluator.Placed;
import org.vethlab.program.nft.ElementEvaluator.Shape;

/** Works out the sets and maps that rules refer to, and makes those that stand in rules. */
final class SetEvaluator {
    private final Constants constants;
    private final long now;

    SetEvaluator(Constants constants, long now) {
        this.constants = constants;
        this.now = now;
    }

    ElementEvaluator elements(Verdicts verdicts) {
        return new ElementEvaluator(constants, verdicts, new StatefulEvaluator(), now);
    }

    /** A named set that must hold what is looked at. */
    ElementSet named(RuleBuilder rule, Syntax.SetReference reference, Left left) {
        ElementSet set = rule.set(reference);
        List<DataType> types = types(set.properties().keyTypes());
        if (!types.equals(left.types())) {
            throw new NftException(new NftError(
                    "datatype mismatch, expected " + left.description() + ", expression has type "
                            + Left.describe(types),
                    List.of(reference.at(), left.at())));
        }
        return set;
    }

    static List<DataType> types(List<String> names) {
        return names.stream()
                .map(name -> DataType.find(name).orElse(DataType.INTEGER))
                .toList();
    }

    /** A set that stands in a rule. */
    ElementSet anonymous(RuleBuilder rule, Syntax.Elements syntax, Left key, Optional<Left> data, boolean verdicts) {
        Shape shape = new Shape(key, data, verdicts, Optional.empty(), OptionalLong.empty(), List.of());
        return anonymous(rule, syntax, shape);
    }

    ElementSet anonymous(RuleBuilder rule, Syntax.Elements syntax, Shape shape) {
        rule.holds(syntax);
        long handle = rule.nextHandle();
        List<Placed> placed = elements(new Verdicts(rule.table())).evaluate(syntax, shape);
        boolean interval = placed.stream().anyMatch(Placed::isRange);
        boolean map =
                shape.data().isPresent() || shape.verdicts() || shape.object().isPresent();
        List<SetElement> elements = placed.stream().map(Placed::element).toList();
        if (interval && map) {
            Intervals.checkOverlap(placed, Optional.empty());
        } else if (interval && !shape.key().isConcatenation()) {
            elements = Intervals.merged(elements);
        }
        ElementSet set = new ElementSet("", handle, properties(shape, interval));
        for (SetElement element : elements) {
            if (set.same(element, now).isEmpty()) {
                set.add(element);
            }
        }
        return set;
    }

    private static SetProperties properties(Shape shape, boolean interval) {
        Set<SetProperties.Flag> flags = EnumSet.of(SetProperties.Flag.CONSTANT);
        if (interval) {
            flags.add(SetProperties.Flag.INTERVAL);
        }
        List<String> data = shape.verdicts()
                ? List.of("verdict")
                : shape.data().map(left -> keywords(left.types())).orElse(List.of());
        return new SetProperties(
                keywords(shape.key().types()),
                shape.key().widths(),
                data,
                shape.data()
                        .map(left -> left.widths().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .orElse(0),
                false,
                shape.object(),
                Optional.empty(),
                Optional.empty(),
                flags,
                false,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static List<String> keywords(List<DataType> types) {
        return types.stream().map(DataType::keyword).toList();
    }

    /** {@code key map set}. @param wanted the type that is expected of it, if one is */
    Left mapped(RuleBuilder rule, Syntax.Mapping mapping, Left key, Optional<Left> wanted) {
        ElementSet map = mapping.set() instanceof Syntax.SetReference reference
                ? named(rule, reference, key)
                : anonymous(rule, elementsOf(mapping.set()), key, wanted, false);
        if (!map.properties().isMap()) {
            throw new NftException(mapping.set().at(), "Expression is not a map");
        }
        List<DataType> types = types(map.properties().dataTypes());
        List<Integer> widths = new ArrayList<>();
        for (DataType type : types) {
            widths.add(type.bits() > 0 ? type.bits() : map.properties().dataBits());
        }
        return new Left(mapping.at(), new Selector.Mapped(key.selector(), map), types, widths);
    }

    private static Syntax.Elements elementsOf(Syntax syntax) {
        if (syntax instanceof Syntax.Elements elements) {
            return elements;
        }
        throw new NftException(syntax.at(), "Expression is not a map");
    }

    /** The map of {@code vmap}. */
    ElementSet verdictMap(RuleBuilder rule, Syntax set, Left key) {
        if (!(set instanceof Syntax.SetReference reference)) {
            return anonymous(rule, elementsOf(set), key, Optional.empty(), true);
        }
        ElementSet found = rule.set(reference);
        if (!found.properties().isMap()) {
            throw new NftException(set.at(), "Expression is not a map");
        }
        return named(rule, reference, key);
    }

    /** How the elements of a set with a name are to be. */
    static Shape shape(ElementSet set, Location at) {
        SetProperties properties = set.properties();
        List<DataType> types = types(properties.keyTypes());
        Left key = new Left(at, new Selector.Constant(java.math.BigInteger.ZERO, 0), types, properties.keyBits());
        Optional<Left> data = Optional.empty();
        if (!properties.dataTypes().isEmpty() && !properties.isVerdictMap()) {
            List<DataType> dataTypes = types(properties.dataTypes());
            List<Integer> widths = dataTypes.size() == 1
                    ? List.of(properties.dataBits())
                    : dataTypes.stream().map(DataType::bits).toList();
            data = Optional.of(new Left(at, key.selector(), dataTypes, widths));
        }
        return new Shape(
                key,
                data,
                properties.isVerdictMap(),
                properties.objectType(),
                properties.timeout(),
                properties.statements());
    }
}
