package org.vethlab.program.awk;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.program.text.CFormat;

/** {@code sprintf}. */
final class Format {
    private static final Pattern CONVERSION =
            Pattern.compile("%([-+ #0]*)(\\*|[0-9]+)?(?:\\.(\\*|[0-9]*))?(?:h|l|ll|L)?([a-zA-Z%])");

    private Format() {}

    static String number(String format, double number) {
        return apply("sprintf", format, List.of(Value.of(number)), format);
    }

    /** @param convfmt how numbers become strings for %s */
    static String apply(String function, String format, List<Value> values, String convfmt) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = CONVERSION.matcher(format);
        int from = 0;
        int[] next = {0};
        while (matcher.find(from)) {
            out.append(format, from, matcher.start());
            from = matcher.end();
            char conversion = matcher.group(4).charAt(0);
            if (conversion == '%') {
                out.append('%');
                continue;
            }
            int width = size(matcher.group(2), values, next, 0);
            int precision = matcher.group(3) == null ? -1 : size(matcher.group(3), values, next, 0);
            String flags = matcher.group(1) + (width < 0 ? "-" : "");
            if (next[0] >= values.size()) {
                throw AwkException.atRunTime("not enough arguments passed to " + function + "(\"" + format + "\")");
            }
            Value value = values.get(next[0]++);
            out.append(convert(conversion, flags, Math.abs(width), precision, value, convfmt));
        }
        return out.append(format.substring(from)).toString();
    }

    private static int size(String word, List<Value> values, int[] next, int missing) {
        if (word == null || word.isEmpty()) {
            return missing;
        }
        if (!word.equals("*")) {
            return Integer.parseInt(word);
        }
        return next[0] < values.size() ? (int) values.get(next[0]++).number() : missing;
    }

    private static String convert(
            char conversion, String flags, int width, int precision, Value value, String convfmt) {
        CFormat format = new CFormat(flags, width, precision, conversion == 'i' ? 'd' : conversion);
        return switch (conversion) {
            case 'd', 'i' -> format.signed((long) value.number());
            case 'o', 'x', 'X', 'u' -> format.unsigned((long) value.number());
            case 'e', 'E', 'f', 'F', 'g', 'G' -> format.floating(value.number());
            case 'c' -> format.string(character(value, convfmt));
            case 's' -> format.string(value.text(convfmt));
            default -> throw new AwkException("bad conversion in sprintf(\"%" + conversion + "\")");
        };
    }

    /** A number is the code of a character; of a string the first character counts. */
    private static String character(Value value, String convfmt) {
        String text = value.text(convfmt);
        boolean numeric = value.compare(Value.of(value.number()), convfmt) == 0 && !text.isEmpty();
        if (numeric && Character.isDigit(text.charAt(0))) {
            return String.valueOf((char) ((int) value.number() & 0xff));
        }
        return text.isEmpty() ? "" : text.substring(0, 1);
    }
}
