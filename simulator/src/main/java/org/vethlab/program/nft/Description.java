package org.vethlab.program.nft;

import java.util.List;
import java.util.Locale;

/** {@code nft describe}: of what type something is, and which names its values have. */
final class Description {
    private static final List<DataType> HEXADECIMAL = List.of(
            DataType.TCP_FLAG,
            DataType.CT_STATE,
            DataType.CT_STATUS,
            DataType.CT_EVENT,
            DataType.DSCP,
            DataType.ECN,
            DataType.ETHER_TYPE);

    private Description() {}

    /** Of something that a rule may look at. @param kind {@code payload}, {@code meta}, {@code ct} … */
    static String of(String kind, DataType type, int bits) {
        return kind + " expression, " + of(type, bits);
    }

    static String of(DataType type, int bits) {
        boolean text = type.kind() == DataType.Kind.TEXT;
        String base = text ? "string" : type.isFlags() ? "bitmask, integer" : "integer";
        String basetype = type == DataType.INTEGER || type == DataType.STRING ? "" : " (basetype " + base + ")";
        String length = text ? bits / 8 + " characters" : bits + " bits";
        return "datatype " + type.keyword() + " (" + type.description() + ")" + basetype + ", " + length + "\n"
                + names(type, bits);
    }

    private static String names(DataType type, int bits) {
        if (type.symbols().isEmpty()) {
            return "";
        }
        boolean hexadecimal = HEXADECIMAL.contains(type);
        int digits = (bits + 7) / 8 * 2;
        StringBuilder out = new StringBuilder("\npre-defined symbolic constants (in ")
                .append(hexadecimal ? "hexadecimal" : "decimal")
                .append("):\n");
        for (DataType.Symbol symbol : type.symbols()) {
            String number = hexadecimal
                    ? "0x" + String.format(Locale.ROOT, "%0" + digits + "x", symbol.value())
                    : String.format(Locale.ROOT, "%20d", symbol.value());
            out.append(String.format(Locale.ROOT, "\t%-30s\t%s\n", symbol.name(), number));
        }
        return out.toString();
    }
}
