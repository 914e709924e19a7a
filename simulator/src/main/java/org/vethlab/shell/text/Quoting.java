package org.vethlab.shell.text;

import java.util.Locale;

/** How bash writes a string so that it can be read back. */
public final class Quoting {
    private static final String SHELL_METAS = " \t\n'\"\\|&;()<>!{}*[]?^$`";

    private Quoting() {}

    /** {@code 'text'}. */
    public static String single(String text) {
        if (text.equals("'")) {
            return "\\'";
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** As {@code printf %q} writes it: backslashes, or {@code $'…'} if it holds control characters. */
    public static String backslashes(String text) {
        if (text.isEmpty()) {
            return "''";
        }
        if (needsAnsi(text)) {
            return ansi(text);
        }
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean tilde = c == '~' && (i == 0 || text.charAt(i - 1) == ':' || text.charAt(i - 1) == '=');
            if (SHELL_METAS.indexOf(c) >= 0 || c == ',' || tilde || (c == '#' && i == 0)) {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.toString();
    }

    /** As {@code set -x} writes an argument: single quotes only where needed. */
    public static String forTrace(String text) {
        if (text.isEmpty()) {
            return "''";
        }
        if (hasMetas(text)) {
            return needsAnsi(text) ? ansiOrSingle(text) : single(text);
        }
        return needsAnsi(text) ? ansi(text) : text;
    }

    private static String ansiOrSingle(String text) {
        return single(text);
    }

    /** As {@code set} and <code>${v@A}</code> write a value. */
    public static String forAssignment(String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (needsAnsi(text)) {
            return ansi(text);
        }
        return hasMetas(text) ? single(text) : text;
    }

    /** As {@code declare -p} writes a value: {@code "…"}, or {@code $'…'}. */
    public static String forDeclaration(String text) {
        return needsAnsi(text) ? ansi(text) : doubled(text);
    }

    /** {@code "text"}. */
    public static String doubled(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '$' || c == '`' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    /** Whether a character has a meaning to the shell (sh_contains_shell_metas). */
    public static boolean hasMetas(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SHELL_METAS.indexOf(c) >= 0
                    || (c == '~' && (i == 0 || text.charAt(i - 1) == '=' || text.charAt(i - 1) == ':'))
                    || (c == '#' && (i == 0 || text.charAt(i - 1) == ' '))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it holds what does not print (ansic_shouldquote). */
    public static boolean needsAnsi(String text) {
        return text.chars().anyMatch(c -> c < ' ' || c == 0x7f || (c >= 0xdc80 && c <= 0xdcff));
    }

    /** {@code $'…'}. */
    public static String ansi(String text) {
        StringBuilder quoted = new StringBuilder("$'");
        for (int i = 0; i < text.length(); i++) {
            quoted.append(ansi(text.charAt(i)));
        }
        return quoted.append('\'').toString();
    }

    private static String ansi(char c) {
        return switch (c) {
            case '\u001b' -> "\\E";
            case '\u0007' -> "\\a";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\u000b' -> "\\v";
            case '\\' -> "\\\\";
            case '\'' -> "\\'";
            default ->
                c < ' ' || c == 0x7f || (c >= 0xdc80 && c <= 0xdcff)
                        ? String.format(Locale.ROOT, "\\%03o", c & 0xff)
                        : String.valueOf(c);
        };
    }
}
