package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.Registers;
import org.vethlab.net.filter.expression.SetElement;
import org.vethlab.net.filter.expression.SetProperties;

/** Shows sets and maps. */
final class SetPrinter {
    private static final long MILLISECOND = 1_000_000L;
    private static final int NUMBERS_PER_LINE = 5;
    private static final int ADDRESSES_PER_LINE = 2;

    private final PrintOptions options;
    private final ValuePrinter values;
    private final long now;

    SetPrinter(PrintOptions options, Lookup lookup, long now) {
        this.options = options;
        this.values = new ValuePrinter(options, lookup);
        this.now = now;
    }

    ValuePrinter values() {
        return values;
    }

    PrintOptions options() {
        return options;
    }

    /** How a rule refers to a set: by name, or with all that is in it. */
    String reference(ElementSet set, List<DataType> keyTypes) {
        return set.isAnonymous() ? elements(set, keyTypes) : "@" + set.name();
    }

    /** All elements in braces. */
    String elements(ElementSet set, List<DataType> keyTypes) {
        StringBuilder out = new StringBuilder("{ ");
        List<SetElement> sorted = sorted(set, keyTypes);
        int column = 0;
        for (int i = 0; i < sorted.size(); i++) {
            out.append(i == 0 ? "" : column == 0 ? ",\n\t\t\t     " : ", ");
            out.append(element(sorted.get(i), set, keyTypes));
            column = set.isAnonymous() ? 1 : (column + 1) % perLine(keyTypes);
        }
        return out.append(" }").toString();
    }

    /** How many elements a named set shows in a line, by its type. */
    private static int perLine(List<DataType> keyTypes) {
        if (keyTypes.size() > 1) {
            return 1;
        }
        return switch (keyTypes.get(0)) {
            case NF_PROTO,
                    INTEGER,
                    ARP_OP,
                    INET_PROTO,
                    INET_SERVICE,
                    TCP_FLAG,
                    DCCP_PKTTYPE,
                    MARK,
                    IFACE_INDEX,
                    CLASSID,
                    UID,
                    GID,
                    CT_DIR -> NUMBERS_PER_LINE;
            case IPV4_ADDR, CT_STATE, CT_STATUS, PKT_TYPE -> ADDRESSES_PER_LINE;
            default -> 1;
        };
    }

    /** In the order of their keys, the one for all others last; concatenations as the kernel keeps them. */
    List<SetElement> sorted(ElementSet set, List<DataType> keyTypes) {
        List<SetElement> sorted = new ArrayList<>();
        for (SetElement element : set.elements()) {
            if (!element.isExpired(now)) {
                sorted.add(element);
            }
        }
        if (keyTypes.size() == 1) {
            sorted.sort(Comparator.comparing(SetElement::catchAll)
                    .thenComparing(element -> order(element, set.properties(), keyTypes.get(0))));
        } else {
            sorted.sort(Comparator.comparing(SetElement::catchAll)
                    .thenComparing(element ->
                            reversedParts(element, keyTypes, set.properties().keyBits())));
        }
        return sorted;
    }

    /** Names compare as numbers whose first letter counts least, but not among ranges. */
    private static BigInteger order(SetElement element, SetProperties properties, DataType type) {
        if (element.catchAll()) {
            return BigInteger.ZERO;
        }
        BigInteger from = element.from().get(0);
        boolean swapped = type.kind() == DataType.Kind.TEXT && !properties.has(SetProperties.Flag.INTERVAL);
        return swapped ? reversed(from) : from;
    }

    private static BigInteger reversed(BigInteger name) {
        BigInteger value = BigInteger.ZERO;
        String text = Registers.name(name);
        for (int i = text.length() - 1; i >= 0; i--) {
            value = value.shiftLeft(8).or(BigInteger.valueOf(text.charAt(i)));
        }
        return value;
    }

    /** Surprising: parts of a concatenation compare from their last byte on, as one number with its lowest byte first. */
    private static BigInteger reversedParts(SetElement element, List<DataType> types, List<Integer> bits) {
        BigInteger value = BigInteger.ZERO;
        for (int i = element.from().size() - 1; i >= 0; i--) {
            int bytes = (bits.get(i) + 7) / 8;
            BigInteger part = element.from().get(i);
            boolean swapped = !types.get(Math.min(i, types.size() - 1)).isHostOrder();
            value = value.shiftLeft(8 * bytes).or(swapped ? reversedBytes(part, bytes) : part);
        }
        return value;
    }

    private static BigInteger reversedBytes(BigInteger number, int bytes) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < bytes; i++) {
            value = value.shiftLeft(8).or(number.shiftRight(8 * i).and(BigInteger.valueOf(0xff)));
        }
        return value;
    }

    String element(SetElement element, ElementSet set, List<DataType> keyTypes) {
        StringBuilder out = new StringBuilder(key(element, set.properties(), keyTypes));
        element.statements().forEach(statement -> out.append(' ').append(StatefulPrinter.print(statement, options)));
        element.timeout().ifPresent(time -> out.append(" timeout ").append(TimeText.print(time)));
        if (!options.stateless()) {
            element.expiry()
                    .ifPresent(time -> out.append(" expires ").append(TimeText.print((time - now) / MILLISECOND)));
        }
        element.comment()
                .ifPresent(comment -> out.append(" comment \"").append(comment).append('"'));
        data(element, set.properties()).ifPresent(data -> out.append(" : ").append(data));
        return out.toString();
    }

    private String key(SetElement element, SetProperties properties, List<DataType> keyTypes) {
        if (element.catchAll()) {
            return "*";
        }
        StringJoiner key = new StringJoiner(" . ");
        for (int i = 0; i < element.from().size(); i++) {
            key.add(values.span(
                    element.from().get(i),
                    element.until().get(i),
                    keyTypes.get(Math.min(i, keyTypes.size() - 1)),
                    properties.keyBits().get(i)));
        }
        return key.toString();
    }

    private Optional<String> data(SetElement element, SetProperties properties) {
        if (element.verdict().isPresent()) {
            return element.verdict().map(SetPrinter::verdict);
        }
        if (element.object().isPresent()) {
            return element.object().map(name -> "\"" + name + "\"");
        }
        return element.number().map(number -> data(number, element.numberUntil().orElse(number), properties));
    }

    private String data(BigInteger from, BigInteger until, SetProperties properties) {
        List<DataType> types = SetEvaluator.types(properties.dataTypes());
        if (types.size() == 1) {
            return values.span(from, until, types.get(0), properties.dataBits());
        }
        StringJoiner parts = new StringJoiner(" . ");
        int below = properties.dataBits();
        for (DataType type : types) {
            below -= type.bits();
            BigInteger all = BigInteger.ONE.shiftLeft(type.bits()).subtract(BigInteger.ONE);
            parts.add(values.span(
                    from.shiftRight(below).and(all), until.shiftRight(below).and(all), type, type.bits()));
        }
        return parts.toString();
    }

    static String verdict(Verdict verdict) {
        if (verdict instanceof Verdict.Jump jump) {
            return "jump " + jump.target().name();
        }
        if (verdict instanceof Verdict.Goto go) {
            return "goto " + go.target().name();
        }
        return verdict.toString().toLowerCase(java.util.Locale.ROOT);
    }
}
