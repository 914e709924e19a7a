package org.vethlab.program.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * One conversion of printf(3): {@code %-08.3f}.
 *
 * @param width 0 for none
 * @param precision -1 for none
 */
public record CFormat(String flags, int width, int precision, char conversion) {
    /** %s, %c: cut to the precision, padded to the width. */
    public String string(String text) {
        return pad(precision >= 0 && precision < text.length() ? text.substring(0, precision) : text, false);
    }

    /** %d and %i. */
    public String signed(long value) {
        String digits = Long.toString(value);
        boolean negative = digits.startsWith("-");
        return number(sign(negative), digits.substring(negative ? 1 : 0));
    }

    /** %u, %o, %x and %X. */
    public String unsigned(long value) {
        String digits = switch (conversion) {
            case 'o' -> Long.toOctalString(value);
            case 'x' -> Long.toHexString(value);
            case 'X' -> Long.toHexString(value).toUpperCase(Locale.ROOT);
            default -> Long.toUnsignedString(value);
        };
        boolean alternate = has('#') && value != 0;
        boolean hexadecimal = conversion == 'x' || conversion == 'X';
        String prefix = alternate && hexadecimal ? "0" + conversion : "";
        return number(prefix, alternate && conversion == 'o' ? "0" + digits : digits);
    }

    private String number(String prefix, String digits) {
        String padded = precision > digits.length() ? "0".repeat(precision - digits.length()) + digits : digits;
        boolean nothing = precision == 0 && digits.equals("0");
        return pad(prefix, nothing ? "" : padded, precision < 0);
    }

    /** %f, %e, %g and their capitals. */
    public String floating(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            String word = Double.isNaN(value) ? "nan" : "inf";
            boolean negative = value < 0 || Double.isNaN(value) && Double.doubleToRawLongBits(value) < 0;
            return pad(sign(negative), Character.isUpperCase(conversion) ? word.toUpperCase(Locale.ROOT) : word, false);
        }
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        return floating(negative, new BigDecimal(value).abs());
    }

    /** As {@link #floating(double)}, for a number as it was typed. */
    public String floating(BigDecimal value) {
        return floating(value.signum() < 0, value.abs());
    }

    private String floating(boolean negative, BigDecimal value) {
        int digits = precision < 0 ? 6 : precision;
        String text = switch (Character.toLowerCase(conversion)) {
            case 'e' -> exponential(value, digits);
            case 'g' -> general(value, Math.max(1, digits));
            default -> value.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
        };
        return pad(sign(negative), Character.isUpperCase(conversion) ? text.toUpperCase(Locale.ROOT) : text, true);
    }

    private static String exponential(BigDecimal value, int digits) {
        BigDecimal rounded = value.round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.movePointLeft(exponent)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .toPlainString();
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    /** Significant digits, without trailing zeros; with an exponent if the number is small or has too many digits. */
    private String general(BigDecimal value, int digits) {
        BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < digits) {
            return trim(rounded.setScale(digits - 1 - exponent, RoundingMode.HALF_EVEN)
                    .toPlainString());
        }
        String text = exponential(value, digits - 1);
        int e = text.indexOf('e');
        return trim(text.substring(0, e)) + text.substring(e);
    }

    private String trim(String number) {
        if (has('#') || number.indexOf('.') < 0) {
            return number;
        }
        return number.replaceFirst("\\.?0+$", "");
    }

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    private String sign(boolean negative) {
        return negative ? "-" : has('+') ? "+" : has(' ') ? " " : "";
    }

    private String pad(String sign, String digits, boolean zeros) {
        int missing = width - sign.length() - digits.length();
        if (missing > 0 && zeros && has('0') && !has('-')) {
            return sign + "0".repeat(missing) + digits;
        }
        return pad(sign + digits, false);
    }

    private String pad(String text, boolean left) {
        String padding = " ".repeat(Math.max(0, width - text.length()));
        return left || has('-') ? text + padding : padding + text;
    }
}
