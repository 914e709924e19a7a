package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.List;

/** Works out the values on the right of comparisons, in sets and in statements. */
final class Constants {
    private final ValueParser values;

    Constants(ValueParser values) {
        this.values = values;
    }

    /** One value. */
    BigInteger value(Syntax syntax, DataType type, int bits) {
        if (syntax instanceof Syntax.Symbol symbol) {
            return values.parse(symbol.at(), symbol.text(), type, bits);
        }
        if (syntax instanceof Syntax.Number number) {
            return values.parse(number.at(), Long.toUnsignedString(number.value()), type, bits);
        }
        if (syntax instanceof Syntax.Existence existence) {
            return existence.exists() ? BigInteger.ONE : BigInteger.ZERO;
        }
        if (syntax instanceof Syntax.Binary binary) {
            return binary(binary, type, bits);
        }
        if (syntax instanceof Syntax.FlagList list) {
            return flags(list, type, bits);
        }
        throw new NftException(syntax.at(), "not a value expression");
    }

    private BigInteger binary(Syntax.Binary binary, DataType type, int bits) {
        BigInteger left = value(binary.left(), type, bits);
        boolean shift = binary.operator().equals("<<") || binary.operator().equals(">>");
        BigInteger right = value(binary.right(), shift ? DataType.INTEGER : type, bits);
        return switch (binary.operator()) {
            case "&" -> left.and(right);
            case "|" -> left.or(right);
            case "^" -> left.xor(right);
            case "<<" -> left.shiftLeft(right.intValue());
            default -> left.shiftRight(right.intValue());
        };
    }

    private BigInteger flags(Syntax.FlagList list, DataType type, int bits) {
        BigInteger all = BigInteger.ZERO;
        for (Syntax part : list.parts()) {
            BigInteger one = value(part, type, bits);
            if (!type.isFlags()) {
                throw new NftException(part.at(), "Basetype of type " + type.description() + " is not bitmask");
            }
            all = all.or(one);
        }
        return all;
    }

    /** From one value to another; of a single value, both are the same. */
    record Span(BigInteger from, BigInteger until, boolean isRange, boolean isPrefix) {}

    /** A value, a prefix or a range. */
    Span span(Syntax syntax, DataType type, int bits) {
        if (syntax instanceof Syntax.Range range) {
            return range(range, type, bits);
        }
        if (syntax instanceof Syntax.Prefix prefix) {
            return prefix(prefix, type, bits);
        }
        if (syntax instanceof Syntax.Symbol symbol && isBeginning(symbol, type)) {
            return beginning(symbol, bits);
        }
        BigInteger value = value(unescaped(syntax, type), type, bits);
        return new Span(value, value, false, false);
    }

    private Span range(Syntax.Range range, DataType type, int bits) {
        BigInteger from = value(range.from(), type, bits);
        BigInteger until = value(range.until(), type, bits);
        if (from.compareTo(until) > 0) {
            throw new NftException(range.at(), "Range has zero or negative size");
        }
        return new Span(from, until, true, false);
    }

    private Span prefix(Syntax.Prefix prefix, DataType type, int bits) {
        BigInteger value = value(prefix.value(), type, bits);
        if (prefix.length() > bits) {
            throw new NftException(
                    prefix.at(),
                    "Prefix length " + prefix.length() + " is invalid for type of " + bits + " bits width");
        }
        BigInteger rest = BigInteger.ONE.shiftLeft(bits - (int) prefix.length()).subtract(BigInteger.ONE);
        BigInteger from = value.andNot(rest);
        return new Span(from, from.or(rest), true, true);
    }

    /** {@code eth*}: all names that begin so. */
    static boolean isBeginning(Syntax.Symbol symbol, DataType type) {
        String text = symbol.text();
        return type.kind() == DataType.Kind.TEXT && text.endsWith("*") && !text.endsWith("\\*");
    }

    private static Syntax unescaped(Syntax syntax, DataType type) {
        if (syntax instanceof Syntax.Symbol symbol
                && type.kind() == DataType.Kind.TEXT
                && symbol.text().endsWith("\\*")) {
            String text = symbol.text();
            return new Syntax.Symbol(symbol.at(), text.substring(0, text.length() - 2) + "*");
        }
        return syntax;
    }

    private Span beginning(Syntax.Symbol symbol, int bits) {
        String text = symbol.text().substring(0, symbol.text().length() - 1);
        if (text.isEmpty()) {
            throw new NftException(symbol.at(), "All-wildcard strings are not supported");
        }
        BigInteger from = values.parse(symbol.at(), text, DataType.IFNAME, bits);
        BigInteger rest = BigInteger.ONE.shiftLeft(bits - text.length() * 8).subtract(BigInteger.ONE);
        return new Span(from, from.or(rest), true, true);
    }

    /** The parts of a concatenation, as many as there are types. */
    List<Syntax> parts(Syntax syntax, Left left) {
        List<Syntax> parts =
                syntax instanceof Syntax.Concatenation concatenation ? concatenation.parts() : List.of(syntax);
        if (parts.size() > left.types().size()) {
            throw new NftException(parts.get(0).at(), "Can't parse symbolic invalid expressions");
        }
        if (parts.size() < left.types().size()) {
            throw new NftException(
                    syntax.at(),
                    "datatype mismatch, expected " + left.description() + ", expression has type "
                            + Left.describe(left.types().subList(0, parts.size())));
        }
        return parts;
    }
}
