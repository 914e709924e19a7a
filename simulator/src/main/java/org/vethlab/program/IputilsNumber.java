package org.vethlab.program;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in the options of iputils's programs, and its words for bad ones (strtol_or_err, ping_strtod). */
public final class IputilsNumber {
    private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

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

    /** How a number with a fraction begins, and the garbage that follows it. */
    public record Fraction(BigDecimal number, String garbage) {}

    public static Fraction fraction(String text) {
        Matcher matcher = LEADING_NUMBER.matcher(text);
        if (!matcher.lookingAt()) {
            return new Fraction(BigDecimal.ZERO, text);
        }
        return new Fraction(new BigDecimal(matcher.group().strip()), text.substring(matcher.end()));
    }
}
