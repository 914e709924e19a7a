package org.vethlab.shell.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.vethlab.program.CommandException;
import org.vethlab.program.text.PatientText;

/** POSIX extended regular expressions, as {@code [[ text =~ expression ]]} takes them. */
public final class RegularExpression {
    /** Stands before a character that was quoted: a backslash would mean something else inside brackets. */
    private static final char QUOTED = '\u0001';

    private final Pattern pattern;

    private RegularExpression(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Empty if the expression is malformed. */
    public static Optional<RegularExpression> compile(String expression, boolean ignoreCase) {
        try {
            int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
            return Optional.of(new RegularExpression(Pattern.compile(new Translation(expression).run(), flags)));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** The first match and its groups, unset ones empty; empty if there is no match. */
    public Optional<List<String>> find(String text) {
        Matcher matcher = pattern.matcher(new PatientText(text));
        try {
            if (!matcher.find()) {
                return Optional.empty();
            }
        } catch (CommandException e) {
            return Optional.empty();
        }
        List<String> groups = new ArrayList<>();
        for (int i = 0; i <= matcher.groupCount(); i++) {
            String group = matcher.group(i);
            groups.add(group == null ? "" : group);
        }
        return Optional.of(groups);
    }

    /** Text that matches only itself, to be put into an expression. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            quoted.append(QUOTED).append(text.charAt(i));
        }
        return quoted.toString();
    }

    /** The expression as {@code set -x} shows it: what was quoted behind backslashes. */
    public static String traced(String expression) {
        return expression.replace(QUOTED, '\\');
    }

    /** Rewrites what Java reads otherwise: brackets, and escapes that POSIX takes literally. */
    private static final class Translation {
        private final String from;
        private final StringBuilder to = new StringBuilder();
        private int at;

        Translation(String from) {
            this.from = from;
        }

        String run() {
            while (at < from.length()) {
                char c = from.charAt(at++);
                if (c == QUOTED && at < from.length()) {
                    to.append(Pattern.quote(String.valueOf(from.charAt(at++))));
                } else if (c == '[') {
                    bracket();
                } else if (c == '\\' && at < from.length()) {
                    escape(from.charAt(at++));
                } else if (c == '{' && !isInterval()) {
                    to.append("\\{");
                } else {
                    to.append(c);
                }
            }
            return to.toString();
        }

        private boolean isInterval() {
            return from.substring(at).matches("(?s)[0-9]+(,[0-9]*)?\\}.*");
        }

        /** GNU's own escapes are kept; any other letter stands for itself. */
        private void escape(char c) {
            if ("wWsSbB".indexOf(c) >= 0 || (c >= '1' && c <= '9')) {
                to.append('\\').append(c);
            } else if (c == '<' || c == '>') {
                to.append("\\b");
            } else {
                to.append(Pattern.quote(String.valueOf(c)));
            }
        }

        private void bracket() {
            to.append('[');
            if (at < from.length() && from.charAt(at) == '^') {
                to.append('^');
                at++;
            }
            boolean first = true;
            while (at < from.length() && (first || from.charAt(at) != ']')) {
                first = false;
                if (from.charAt(at) == QUOTED) {
                    at++;
                }
                member();
            }
            if (at >= from.length()) {
                throw new PatternSyntaxException("unmatched [", from, at);
            }
            at++;
            to.append(']');
        }

        private void member() {
            int end = from.startsWith("[:", at) ? from.indexOf(":]", at + 2) : -1;
            if (end > 0) {
                to.append(classFor(from.substring(at + 2, end)));
                at = end + 2;
                return;
            }
            end = single();
            char c = end > 0 ? from.charAt(at + 2) : from.charAt(at++);
            at = end > 0 ? end : at;
            if ("\\[]&^-".indexOf(c) >= 0 && !(c == '-' && isRangeSign())) {
                to.append('\\');
            }
            to.append(c);
        }

        /** {@code [.c.]} and {@code [=c=]}: the character alone. @return the place behind it; 0 if there is none */
        private int single() {
            for (String mark : List.of(".", "=")) {
                if (from.startsWith("[" + mark, at) && from.startsWith(mark + "]", at + 3)) {
                    return at + 5;
                }
            }
            return 0;
        }

        private boolean isRangeSign() {
            boolean afterMember = to.length() > 0
                    && to.charAt(to.length() - 1) != '['
                    && !to.toString().endsWith("[^");
            return afterMember && at < from.length() && from.charAt(at) != ']';
        }

        private String classFor(String name) {
            return switch (name) {
                case "alpha" -> "\\p{IsAlphabetic}";
                case "digit" -> "0-9";
                case "alnum" -> "\\p{IsAlphabetic}0-9";
                case "upper" -> "\\p{Lu}";
                case "lower" -> "\\p{Ll}";
                case "space" -> "\\s\\x0b";
                case "blank" -> " \\t";
                case "punct" -> "\\p{Punct}";
                case "print" -> "\\p{Print}";
                case "graph" -> "\\p{Graph}";
                case "cntrl" -> "\\p{Cntrl}";
                case "xdigit" -> "0-9A-Fa-f";
                default -> throw new PatternSyntaxException("invalid character class", from, at);
            };
        }
    }
}
