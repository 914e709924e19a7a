package org.vethlab.program.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The language of printf(1): a format, used again while there are arguments, C's conversions, backslash escapes. */
public final class Printf {
    private static final String CONVERSIONS = "diouxXfFeEgGaAcsbq";

    private final String format;
    private final List<String> complaints = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private List<String> arguments = List.of();
    private int next;
    private boolean stopped;

    public Printf(String format) {
        this.format = format;
    }

    /**
     * What is to be printed.
     *
     * @param complaints about arguments and conversions, without the program's name; what was formatted is printed all the
     *     same
     */
    public record Result(String text, List<String> complaints) {}

    public Result format(List<String> words) {
        arguments = words;
        do {
            int before = next;
            once();
            if (next == before) {
                break;
            }
        } while (next < arguments.size() && !stopped);
        return new Result(out.toString(), complaints);
    }

    /** How many of the arguments were used; 0 if the format has no conversions. */
    public int used() {
        return next;
    }

    private void once() {
        int at = 0;
        while (at < format.length() && !stopped) {
            char c = format.charAt(at);
            if (c == '\\') {
                PrintfEscape escape = new PrintfEscape(format, at + 1, false);
                out.append(escape.text());
                stopped = escape.stops();
                at = escape.end();
            } else if (c != '%') {
                out.append(c);
                at++;
            } else if (format.startsWith("%%", at)) {
                out.append('%');
                at += 2;
            } else {
                at = conversion(at);
            }
        }
    }

    private int conversion(int start) {
        int at = start + 1;
        int flagsEnd = at;
        while (flagsEnd < format.length() && "-+ 0#'".indexOf(format.charAt(flagsEnd)) >= 0) {
            flagsEnd++;
        }
        String flags = format.substring(at, flagsEnd);
        Number width = new Number(flagsEnd, 0);
        boolean point = width.end < format.length() && format.charAt(width.end) == '.';
        Number precision = point ? new Number(width.end + 1, 0) : new Number(width.end, -1);
        at = precision.end;
        while (at < format.length() && "hlLjzt".indexOf(format.charAt(at)) >= 0 && at + 1 < format.length()) {
            at++;
        }
        if (at >= format.length() || CONVERSIONS.indexOf(format.charAt(at)) < 0) {
            complaints.add(
                    format.substring(start, Math.min(format.length(), at + 1)) + ": invalid conversion specification");
            stopped = true;
            return at;
        }
        String allFlags = width.value < 0 ? flags + "-" : flags;
        convert(new CFormat(allFlags, Math.abs(width.value), precision.value, format.charAt(at)));
        return at + 1;
    }

    /** A width or precision: digits, or a star for the next argument. */
    private final class Number {
        private final int value;
        private final int end;

        Number(int at, int otherwise) {
            if (at < format.length() && format.charAt(at) == '*') {
                value = (int) integer(argument().orElse("0"));
                end = at + 1;
                return;
            }
            int digits = at;
            while (otherwise >= 0 && digits < format.length() && Character.isDigit(format.charAt(digits))) {
                digits++;
            }
            value = digits > at ? Integer.parseInt(format.substring(at, Math.min(digits, at + 9))) : otherwise;
            end = digits;
        }
    }

    private void convert(CFormat conversion) {
        Optional<String> argument = argument();
        switch (conversion.conversion()) {
            case 'd', 'i' ->
                out.append(conversion.signed(argument.map(this::integer).orElse(0L)));
            case 'o', 'u', 'x', 'X' ->
                out.append(conversion.unsigned(argument.map(this::integer).orElse(0L)));
            case 'c' ->
                out.append(conversion.string(argument.filter(a -> !a.isEmpty())
                        .map(a -> a.substring(0, 1))
                        .orElse("")));
            case 's' -> out.append(conversion.string(argument.orElse("")));
            case 'q' -> out.append(conversion.string(ShellQuote.quote(argument.orElse(""))));
            case 'b' -> escaped(conversion, argument.orElse(""));
            default ->
                out.append(conversion.floating(argument.map(this::decimal).orElse(BigDecimal.ZERO)));
        }
    }

    private void escaped(CFormat conversion, String argument) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < argument.length() && !stopped; ) {
            if (argument.charAt(at) != '\\') {
                text.append(argument.charAt(at++));
                continue;
            }
            PrintfEscape escape = new PrintfEscape(argument, at + 1, true);
            text.append(escape.text());
            stopped = escape.stops();
            at = escape.end();
        }
        out.append(conversion.string(text.toString()));
    }

    private Optional<String> argument() {
        return next < arguments.size() ? Optional.of(arguments.get(next++)) : Optional.empty();
    }

    /** As strtol(3): decimal, 0x, 0 for octal; a quote gives the code of the character behind it. */
    private long integer(String text) {
        if (text.startsWith("'") || text.startsWith("\"")) {
            return text.length() > 1 ? text.codePointAt(1) : 0;
        }
        String trimmed = text.stripLeading();
        boolean negative = trimmed.startsWith("-");
        String unsigned = negative || trimmed.startsWith("+") ? trimmed.substring(1) : trimmed;
        int radix = unsigned.matches("(?s)0[xX][0-9a-fA-F].*") ? 16 : unsigned.startsWith("0") ? 8 : 10;
        String digits = radix == 16 ? unsigned.substring(2) : unsigned;
        int end = 0;
        while (end < digits.length() && Character.digit(digits.charAt(end), radix) >= 0) {
            end++;
        }
        if (end == 0) {
            complain(text, "expected a numeric value");
            return 0;
        }
        if (end < digits.length()) {
            complain(text, "value not completely converted");
        }
        java.math.BigInteger value = new java.math.BigInteger((negative ? "-" : "") + digits.substring(0, end), radix);
        if (value.bitLength() > 64) {
            complain(text, "Numerical result out of range");
            return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return value.longValue();
    }

    private BigDecimal decimal(String text) {
        if (text.startsWith("'") || text.startsWith("\"")) {
            return BigDecimal.valueOf(integer(text));
        }
        String trimmed = text.stripLeading();
        for (int end = Math.min(trimmed.length(), 60); end > 0; end--) {
            try {
                BigDecimal value = new BigDecimal(trimmed.substring(0, end));
                if (end < trimmed.length()) {
                    complain(text, "value not completely converted");
                }
                return value;
            } catch (NumberFormatException e) {
                // a shorter beginning may be a number
            }
        }
        complain(text, "expected a numeric value");
        return BigDecimal.ZERO;
    }

    private void complain(String text, String what) {
        complaints.add(Call.quote(text) + ": " + what);
    }
}
