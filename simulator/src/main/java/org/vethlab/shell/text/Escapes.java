package org.vethlab.shell.text;

/** Backslash escapes, each reading one escape at a time: {@code $'…'}, {@code echo -e}, {@code printf}. */
public final class Escapes {
    /** Who resolves the escapes; they differ in small ways. */
    public enum Flavour {
        /** {@code $'…'}: {@code \nnn}, {@code \cx}, both quotes. */
        ANSI_C,
        /** {@code echo -e} and {@code printf %b}: {@code \0nnn}, and {@code \c} ends all output. */
        ECHO,
        /** The format of {@code printf}. */
        FORMAT
    }

    private final String text;
    private final Flavour flavour;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private boolean stopped;

    private Escapes(String text, Flavour flavour) {
        this.text = text;
        this.flavour = flavour;
    }

    /**
     * Text with its escapes resolved.
     *
     * @param stopped whether {@code \c} asked for no further output
     */
    public record Resolved(String text, boolean stopped) {}

    public static Resolved resolve(String text, Flavour flavour) {
        if (text.indexOf('\\') < 0) {
            return new Resolved(text, false);
        }
        Escapes escapes = new Escapes(text, flavour);
        escapes.run();
        return new Resolved(RawText.normalize(escapes.out.toString()), escapes.stopped);
    }

    private void run() {
        while (at < text.length() && !stopped) {
            char c = text.charAt(at++);
            if (c != '\\' || at == text.length()) {
                out.append(c);
            } else {
                escape(text.charAt(at++));
            }
        }
    }

    private void escape(char c) {
        switch (c) {
            case 'a' -> out.append('\u0007');
            case 'b' -> out.append('\b');
            case 'e', 'E' -> out.append('\u001b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'v' -> out.append('\u000b');
            case '\\' -> out.append('\\');
            case '\'', '"', '?' -> quote(c);
            case 'x' -> hexadecimal(c, 2, true);
            case 'u' -> hexadecimal(c, 4, false);
            case 'U' -> hexadecimal(c, 8, false);
            case 'c' -> control();
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c);
            default -> out.append('\\').append(c);
        }
    }

    private void quote(char c) {
        if (flavour == Flavour.ECHO || (flavour == Flavour.FORMAT && c == '?')) {
            out.append('\\');
        }
        out.append(c);
    }

    private void control() {
        if (flavour == Flavour.ECHO) {
            stopped = true;
        } else if (flavour == Flavour.FORMAT || at == text.length()) {
            out.append("\\c");
        } else {
            char c = text.charAt(at++);
            out.append((char) (c == '?' ? 0x7f : Character.toUpperCase(c) & 0x1f));
        }
    }

    /** {@code echo} wants a zero before its three digits; the others take up to three digits. */
    private void octal(char first) {
        if (flavour == Flavour.ECHO && first != '0') {
            out.append('\\').append(first);
            return;
        }
        int value = first - '0';
        int most = flavour == Flavour.ECHO ? 3 : 2;
        for (int i = 0; i < most && at < text.length() && isOctal(text.charAt(at)); i++) {
            value = value * 8 + text.charAt(at++) - '0';
        }
        appendByte(value & 0xff);
    }

    private void hexadecimal(char kind, int most, boolean isByte) {
        int start = at;
        long value = 0;
        while (at < text.length() && at - start < most && Character.digit(text.charAt(at), 16) >= 0) {
            value = value * 16 + Character.digit(text.charAt(at++), 16);
        }
        if (at == start) {
            out.append('\\').append(kind);
        } else if (isByte) {
            appendByte((int) value);
        } else if (Character.isValidCodePoint((int) value)) {
            out.appendCodePoint((int) value);
        }
    }

    private void appendByte(int value) {
        if (value == 0 && flavour == Flavour.ANSI_C) {
            at = text.length(); // a C string ends here
            return;
        }
        out.append(RawText.ofByte(value));
    }

    private static boolean isOctal(char c) {
        return c >= '0' && c <= '7';
    }
}
