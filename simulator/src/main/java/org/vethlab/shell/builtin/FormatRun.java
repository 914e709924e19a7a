package org.vethlab.shell.builtin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.text.Escapes;
import org.vethlab.shell.text.Quoting;
import org.vethlab.shell.text.RawText;

/** One run of {@code printf}: its format is used again and again until all arguments are printed. */
final class FormatRun {
    private final Interpreter shell;
    private final String format;
    private final List<String> arguments;
    private final StringBuilder out = new StringBuilder();
    private final List<String> complaints = new ArrayList<>();
    private int next;
    private int at;
    private boolean good = true;
    private boolean stopped;

    FormatRun(Interpreter shell, String format, List<String> arguments) {
        this.shell = shell;
        this.format = format;
        this.arguments = arguments;
    }

    /** @return false if something was wrong: see {@link #complaints()} */
    boolean run() {
        do {
            int before = next;
            at = 0;
            once();
            if (next == before) {
                break;
            }
        } while (next < arguments.size() && !stopped);
        return good;
    }

    String text() {
        return RawText.normalize(out.toString());
    }

    List<String> complaints() {
        return complaints;
    }

    private void once() {
        while (at < format.length() && !stopped) {
            char c = format.charAt(at);
            if (c == '%') {
                at++;
                conversion();
            } else if (c == '\\') {
                escape();
            } else {
                out.append(c);
                at++;
            }
        }
    }

    private void escape() {
        int end = at + 1;
        if (end < format.length()) {
            char kind = format.charAt(end++);
            int most = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : kind >= '0' && kind <= '7' ? 2 : 0;
            int radix = kind == 'x' || kind == 'u' || kind == 'U' ? 16 : 8;
            for (int i = 0; i < most && end < format.length() && Character.digit(format.charAt(end), radix) >= 0; i++) {
                end++;
            }
        }
        out.append(Escapes.resolve(format.substring(at, end), Escapes.Flavour.FORMAT)
                .text());
        at = end;
    }

    private void conversion() {
        if (at < format.length() && format.charAt(at) == '%') {
            out.append('%');
            at++;
            return;
        }
        int start = at - 1;
        FormatSpec spec = specification();
        if (at >= format.length()) {
            stop("`" + format.substring(start) + "': missing format character");
            return;
        }
        char kind = format.charAt(at++);
        switch (kind) {
            case 's' -> out.append(spec.text(argument()));
            case 'b' -> backslashes(spec);
            case 'q', 'Q' -> out.append(spec.text(Quoting.backslashes(argument())));
            case 'c' -> character(spec);
            case 'd', 'i' -> out.append(spec.integer(integer(argument())));
            case 'u', 'o', 'x', 'X' -> out.append(spec.unsigned(integer(argument()), kind));
            case 'e', 'E', 'f', 'F', 'g', 'G', 'a', 'A' -> out.append(spec.real(real(argument()), kind));
            case '(' -> date(spec);
            default -> stop("`" + kind + "': invalid format character");
        }
    }

    private void stop(String complaint) {
        complain(complaint);
        stopped = true;
    }

    private void complain(String complaint) {
        complaints.add(complaint);
        good = false;
    }

    private FormatSpec specification() {
        int flags = at;
        while (at < format.length() && "-+ #0'".indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        String letters = format.substring(flags, at);
        int width = number().orElse(0);
        boolean left = letters.indexOf('-') >= 0 || width < 0;
        Optional<Integer> precision = Optional.empty();
        if (at < format.length() && format.charAt(at) == '.') {
            at++;
            precision = Optional.of(number().orElse(0)).filter(value -> value >= 0);
        }
        while (at < format.length() && "hlLqjzt".indexOf(format.charAt(at)) >= 0 && !isQuote()) {
            at++;
        }
        return new FormatSpec(letters, left, Math.abs(width), precision);
    }

    private boolean isQuote() {
        return format.charAt(at) == 'q';
    }

    /** Digits, or an asterisk for the next argument. */
    private Optional<Integer> number() {
        if (at < format.length() && format.charAt(at) == '*') {
            at++;
            return Optional.of((int) integer(argument()));
        }
        int start = at;
        while (at < format.length() && Character.isDigit(format.charAt(at))) {
            at++;
        }
        return at > start && at - start < 10
                ? Optional.of(Integer.parseInt(format.substring(start, at)))
                : Optional.empty();
    }

    private String argument() {
        return next < arguments.size() ? arguments.get(next++) : nothing();
    }

    private String nothing() {
        next = Math.max(next, arguments.size());
        return "";
    }

    private void backslashes(FormatSpec spec) {
        Escapes.Resolved resolved = Escapes.resolve(argument(), Escapes.Flavour.ECHO);
        out.append(spec.text(resolved.text()));
        stopped = resolved.stopped();
    }

    private void character(FormatSpec spec) {
        String text = argument();
        out.append(spec.text(text.isEmpty() ? "" : text.substring(0, 1)));
    }

    private long integer(String text) {
        if (isCharacter(text)) {
            return text.codePointAt(1);
        }
        FormatNumber number = FormatNumber.parse(text);
        if (!number.isWhole()) {
            complain(text + ": invalid number");
        }
        return number.value();
    }

    private BigDecimal real(String text) {
        if (isCharacter(text)) {
            return BigDecimal.valueOf(text.codePointAt(1));
        }
        try {
            if (text.strip().matches("[-+]?0[xX][0-9a-fA-F]+")) {
                return BigDecimal.valueOf(Long.decode(text.strip()));
            }
            return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            complain(text + ": invalid number");
            return BigDecimal.ZERO;
        }
    }

    /** {@code 'c} means the code of c. */
    private static boolean isCharacter(String text) {
        return text.length() > 1 && (text.charAt(0) == '\'' || text.charAt(0) == '"');
    }

    private void date(FormatSpec spec) {
        int end = format.indexOf(")T", at);
        if (end < 0) {
            stop("`(': invalid format character");
            return;
        }
        String pattern = format.substring(at, end);
        at = end + 2;
        String given = argument();
        long now = shell.process().machine().clock().date() / 1_000_000_000L;
        long seconds = given.isEmpty() ? now : integer(given);
        boolean isNow = seconds < 0;
        out.append(spec.text(DateFormat.format(pattern.isEmpty() ? "%X" : pattern, isNow ? now : seconds)));
    }
}
