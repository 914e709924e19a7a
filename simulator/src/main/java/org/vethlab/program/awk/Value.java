package org.vethlab.program.awk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.program.text.CFormat;

/**
 * A value: a number, a string, or a string from input that looks like a number and then compares as one (POSIX awk,
 * "strnum").
 */
final class Value {
    static final Value EMPTY = new Value("", 0, Kind.STRNUM);
    private static final Pattern NUMBER =
            Pattern.compile("[ \\t\\n]*([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)");
    private static final Value[] SMALL = small();

    private enum Kind {
        NUMBER,
        STRING,
        STRNUM
    }

    private final String text;
    private final double number;
    private final Kind kind;

    private Value(String text, double number, Kind kind) {
        this.text = text;
        this.number = number;
        this.kind = kind;
    }

    private static Value[] small() {
        Value[] values = new Value[256];
        for (int i = 0; i < values.length; i++) {
            values[i] = new Value(Integer.toString(i), i, Kind.NUMBER);
        }
        return values;
    }

    static Value of(double number) {
        int small = (int) number;
        return small == number && small >= 0 && small < SMALL.length && !(number == 0 && 1 / number < 0)
                ? SMALL[small]
                : new Value("", number, Kind.NUMBER);
    }

    static Value of(boolean truth) {
        return SMALL[truth ? 1 : 0];
    }

    static Value of(String text) {
        return new Value(text, 0, Kind.STRING);
    }

    /** A field, an element of {@code split}, a line of {@code getline}, a variable of the command line. */
    static Value input(String text) {
        Matcher matcher = NUMBER.matcher(text);
        boolean numeric = matcher.lookingAt() && text.substring(matcher.end()).isBlank();
        return numeric ? new Value(text, Double.parseDouble(matcher.group(1)), Kind.STRNUM) : of(text);
    }

    double number() {
        return kind == Kind.STRING ? leadingNumber(text) : number;
    }

    private static double leadingNumber(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.lookingAt() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    /** @param format CONVFMT or OFMT, for numbers that are not whole */
    String text(String format) {
        return kind == Kind.NUMBER ? numberText(number, format) : text;
    }

    /** mawk prints what fits into an int as a whole number, and the rest by the format. */
    private static String numberText(double number, String format) {
        if (number == (int) number) {
            return Integer.toString((int) number);
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return new CFormat("", 0, 6, 'g').floating(number);
        }
        return Format.number(format, number);
    }

    boolean truth() {
        return kind == Kind.STRING ? !text.isEmpty() : kind == Kind.STRNUM && text.isEmpty() ? false : number != 0;
    }

    int compare(Value other, String format) {
        if (kind == Kind.STRING || other.kind == Kind.STRING) {
            return text(format).compareTo(other.text(format));
        }
        return Double.compare(number, other.number) == 0 || number == other.number ? 0 : number < other.number ? -1 : 1;
    }
}
