package org.vethlab.program;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in the options of iputils's programs, and its words for bad ones (strtol_or_err, ping_strtod). */
public final class IputilsNumber {
    /** What strtod(3) takes: a sign; hexadecimal digits with an exponent of two, decimal ones with one of ten. */
    private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*([+-]?)(?:"
            + "0[xX](?<hex>[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)(?:[pP](?<power>[+-]?\\d+))?"
            + "|(?<decimal>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
            + "|(?<endless>(?i:infinity|inf|nan)))");

    private IputilsNumber() {}

    /** A whole number within bounds. @throws CommandException with status 1 */
    public static long whole(String program, String text, long least, long most) {
        if (!text.matches("\\s*[+-]?\\d+")) {
            throw new CommandException(1, program + ": invalid argument: '" + text + "'");
        }
        BigInteger number = new BigInteger(text.strip().replaceFirst("^\\+", ""));
        if (number.bitLength() > 63) {
            throw new CommandException(
                    1, program + ": invalid argument: '" + text + "': Numerical result out of range");
        }
        if (number.longValue() < least || number.longValue() > most) {
            throw new CommandException(
                    1, program + ": invalid argument: '" + text + "': out of range: " + least + " <= value <= " + most);
        }
        return number.longValue();
    }

    /**
     * How a number with a fraction begins, and the garbage that follows it.
     *
     * @param overflows too large to be held (ERANGE), unlike "inf", which is infinite by name
     */
    public record Fraction(double number, String garbage, boolean overflows) {}

    public static Fraction fraction(String text) {
        Matcher matcher = LEADING_NUMBER.matcher(text);
        if (!matcher.lookingAt()) {
            return new Fraction(0, text, false);
        }
        double size = size(matcher);
        boolean overflows = Double.isInfinite(size) && matcher.group("endless") == null;
        return new Fraction("-".equals(matcher.group(1)) ? -size : size, text.substring(matcher.end()), overflows);
    }

    private static double size(Matcher matcher) {
        if (matcher.group("decimal") != null) {
            return Double.parseDouble(matcher.group("decimal"));
        }
        if (matcher.group("hex") == null) {
            return Double.POSITIVE_INFINITY;
        }
        String power = matcher.group("power");
        return Double.parseDouble("0x" + matcher.group("hex") + "p" + (power == null ? "0" : power));
    }
}
