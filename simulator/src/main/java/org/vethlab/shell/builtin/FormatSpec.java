package org.vethlab.shell.builtin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Flags, width and precision of one conversion, and how C applies them. */
record FormatSpec(String flags, boolean left, int width, Optional<Integer> precision) {
    private static final int STANDARD_PRECISION = 6;

    String text(String value) {
        String cut = precision
                .filter(most -> most < value.codePointCount(0, value.length()))
                .map(most -> value.substring(0, value.offsetByCodePoints(0, most)))
                .orElse(value);
        return padded(cut, "", false);
    }

    String integer(long value) {
        String digits = value < 0 ? Long.toString(value).substring(1) : Long.toString(value);
        return padded(withPrecision(digits), sign(value < 0), true);
    }

    String unsigned(long value, char kind) {
        String digits = switch (kind) {
            case 'o' -> Long.toOctalString(value);
            case 'x' -> Long.toHexString(value);
            case 'X' -> Long.toHexString(value).toUpperCase(Locale.ROOT);
            default -> Long.toUnsignedString(value);
        };
        boolean marked = flags.indexOf('#') >= 0 && value != 0;
        String mark = marked && kind == 'x' ? "0x" : marked && kind == 'X' ? "0X" : "";
        boolean octal = marked && kind == 'o' && !digits.startsWith("0");
        return padded(withPrecision(octal ? "0" + digits : digits), mark, true);
    }

    private String withPrecision(String digits) {
        int least = precision.orElse(1);
        return least == 0 && digits.equals("0") ? "" : "0".repeat(Math.max(0, least - digits.length())) + digits;
    }

    private String sign(boolean negative) {
        if (negative) {
            return "-";
        }
        return flags.indexOf('+') >= 0 ? "+" : flags.indexOf(' ') >= 0 ? " " : "";
    }

    private String padded(String value, String head, boolean number) {
        int missing = width - head.length() - value.codePointCount(0, value.length());
        if (missing <= 0) {
            return head + value;
        }
        if (left) {
            return head + value + " ".repeat(missing);
        }
        boolean zeros = number && flags.indexOf('0') >= 0 && precision.isEmpty();
        return zeros ? head + "0".repeat(missing) + value : " ".repeat(missing) + head + value;
    }

    // real numbers

    String real(BigDecimal value, char kind) {
        BigDecimal size = value.abs();
        int digits = precision.orElse(STANDARD_PRECISION);
        String text = switch (Character.toLowerCase(kind)) {
            case 'e' -> scientific(size, digits);
            case 'g', 'a' -> general(size, Math.max(1, digits));
            default -> size.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
        };
        String head = sign(value.signum() < 0);
        String shown = Character.isUpperCase(kind) ? text.toUpperCase(Locale.ROOT) : text;
        FormatSpec unlimited = new FormatSpec(flags, left, width, Optional.empty());
        return unlimited.padded(shown, head, true);
    }

    private static String scientific(BigDecimal size, int digits) {
        BigDecimal rounded = size.round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        BigDecimal mantissa = rounded.movePointLeft(exponent).setScale(digits, RoundingMode.HALF_EVEN);
        return mantissa.toPlainString() + exponentText(exponent);
    }

    private static int exponent(BigDecimal size) {
        return size.signum() == 0 ? 0 : size.precision() - size.scale() - 1;
    }

    private static String exponentText(int exponent) {
        return String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /** {@code %g}: the shorter form, without zeros at the end. */
    private String general(BigDecimal size, int digits) {
        BigDecimal rounded = size.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        boolean alternate = flags.indexOf('#') >= 0;
        if (exponent < -4 || exponent >= digits) {
            String mantissa = rounded.movePointLeft(exponent)
                    .setScale(digits - 1, RoundingMode.HALF_EVEN)
                    .toPlainString();
            return (alternate ? mantissa : trimmed(mantissa)) + exponentText(exponent);
        }
        String plain = rounded.setScale(Math.max(0, digits - 1 - exponent), RoundingMode.HALF_EVEN)
                .toPlainString();
        return alternate ? plain : trimmed(plain);
    }

    private static String trimmed(String digits) {
        return digits.indexOf('.') < 0 ? digits : digits.replaceFirst("\\.?0+$", "");
    }
}
