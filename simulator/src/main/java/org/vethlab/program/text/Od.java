package org.vethlab.program.text;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code od} of coreutils. */
public final class Od extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "A:|address-radix:",
            "j:|skip-bytes:",
            "N:|read-bytes:",
            "t:|format:",
            "v|output-duplicates",
            "w?|width?",
            "a",
            "b",
            "c",
            "d",
            "i",
            "l",
            "o",
            "s",
            "x");

    /** One way to write the bytes: {@code x1}, {@code c}, {@code d2}. */
    private record Type(char kind, int size, boolean withText) {}

    public Od() {
        super("od", "dump files in octal and other formats", OPTIONS);
    }

    @Override
    int run(Call call) {
        List<Type> types = types(call);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        call.eachInput((name, in) -> all.writeBytes(in.readAll()));
        int skip = (int) Math.min(all.size(), number(call, "j").orElse(0L));
        int end = (int) Math.min(all.size(), skip + number(call, "N").orElse((long) all.size()));
        byte[] bytes = java.util.Arrays.copyOfRange(all.toByteArray(), skip, end);
        int width = (int) Math.max(1, number(call, "w").orElse(16L));
        char radix = call.value("A").map(text -> text.charAt(0)).orElse('o');
        call.print(HexDump.lines(
                bytes, width, !call.has("v"), (data, from, to) -> lines(types, data, from, to, width, radix, skip)));
        call.print(radix == 'n' ? "" : address(radix, end) + "\n");
        return call.status();
    }

    private static List<Type> types(Call call) {
        List<Type> types = new ArrayList<>();
        for (Options.Given given : call.options().given()) {
            switch (given.option()) {
                case "a" -> types.add(new Type('a', 1, false));
                case "b" -> types.add(new Type('o', 1, false));
                case "c" -> types.add(new Type('c', 1, false));
                case "d" -> types.add(new Type('u', 2, false));
                case "i" -> types.add(new Type('d', 4, false));
                case "l" -> types.add(new Type('d', 8, false));
                case "o" -> types.add(new Type('o', 2, false));
                case "s" -> types.add(new Type('d', 2, false));
                case "x" -> types.add(new Type('x', 2, false));
                case "t" -> types.addAll(parse(call, given.value().orElse("")));
                default -> {}
            }
        }
        return types.isEmpty() ? List.of(new Type('o', 2, false)) : types;
    }

    private static List<Type> parse(Call call, String text) {
        if (!text.matches("([acdoux]([1248]|[CSIL])?z?)+")) {
            throw call.failure("invalid character '" + text.charAt(0) + "' in type string " + Call.quote(text));
        }
        List<Type> types = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            char kind = text.charAt(at++);
            int size = kind == 'a' || kind == 'c' ? 1 : 4;
            int given = at < text.length() ? "1248".indexOf(text.charAt(at)) : -1;
            int named = at < text.length() ? "CSIL".indexOf(text.charAt(at)) : -1;
            if (given >= 0 || named >= 0) {
                size = 1 << Math.max(given, named);
                at++;
            }
            boolean withText = at < text.length() && text.charAt(at) == 'z';
            at += withText ? 1 : 0;
            types.add(new Type(kind, size, withText));
        }
        return types;
    }

    private static Optional<Long> number(Call call, String option) {
        return call.value(option)
                .map(text -> Counts.parse(text)
                        .orElseThrow(() -> call.failure("invalid -" + option + " argument '" + text + "'")));
    }

    private static String lines(List<Type> types, byte[] data, int from, int to, int width, char radix, int skip) {
        int widest = types.stream()
                .mapToInt(type -> width / type.size * (columns(type) + 1))
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        String address = address(radix, skip + from);
        for (Type type : types) {
            text.append(text.length() == 0 ? address : " ".repeat(address.length()));
            int perValue = widest / (width / type.size);
            for (int at = from; at < to; at += type.size) {
                String value = value(type, data, at, to);
                text.append(" ".repeat(Math.max(1, perValue - value.length()))).append(value);
            }
            if (type.withText) {
                text.append(" ".repeat((width - (to - from)) / type.size * perValue))
                        .append("  >");
                for (int at = from; at < to; at++) {
                    text.append(HexDump.printable(data[at]));
                }
                text.append('<');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String address(char radix, int offset) {
        return switch (radix) {
            case 'n' -> "";
            case 'd' -> String.format("%07d", offset);
            case 'x' -> String.format("%06x", offset);
            default -> String.format("%07o", offset);
        };
    }

    /** How many characters the longest value takes. */
    private static int columns(Type type) {
        return switch (type.kind) {
            case 'a', 'c' -> 3;
            case 'x' -> 2 * type.size;
            case 'o' -> new int[] {0, 3, 6, 0, 11, 0, 0, 0, 22}[type.size];
            case 'u' -> new int[] {0, 3, 5, 0, 10, 0, 0, 0, 20}[type.size];
            default -> new int[] {0, 4, 6, 0, 11, 0, 0, 0, 20}[type.size];
        };
    }

    private static String value(Type type, byte[] data, int at, int to) {
        if (type.kind == 'c') {
            return character(data[at]);
        }
        if (type.kind == 'a') {
            return named(data[at] & 0x7f);
        }
        long value = 0;
        for (int i = type.size - 1; i >= 0; i--) {
            value = value << 8 | (at + i < to ? data[at + i] & 0xff : 0);
        }
        int shift = 64 - 8 * type.size;
        return switch (type.kind) {
            case 'x' -> String.format("%0" + columns(type) + "x", value);
            case 'o' -> String.format("%0" + columns(type) + "o", value);
            case 'u' -> Long.toUnsignedString(value);
            default -> Long.toString(value << shift >> shift);
        };
    }

    private static String character(byte value) {
        return switch (value) {
            case 0 -> "\\0";
            case 7 -> "\\a";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case 11 -> "\\v";
            default ->
                value >= ' ' && value < 127 ? Character.toString((char) value) : String.format("%03o", value & 0xff);
        };
    }

    private static String named(int value) {
        List<String> names = List.of(("nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si"
                        + " dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp")
                .split(" "));
        return value == 127 ? "del" : value < names.size() ? names.get(value) : Character.toString((char) value);
    }
}
