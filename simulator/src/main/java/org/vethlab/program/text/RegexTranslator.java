package org.vethlab.program.text;

import org.vethlab.program.text.PosixRegex.Dialect;

/** Rewrites a POSIX regular expression, with GNU's additions, for {@code java.util.regex}. */
final class RegexTranslator {
    private static final int MAXIMUM_REPETITION = 32767;

    /** Bytes that are no characters ({@link EscapedUtf8}) are matched by nothing. */
    private static final String ANY_CHARACTER = "[^\\x{dc80}-\\x{dcff}]";

    private final String regex;
    private final Dialect dialect;
    private final boolean basic;
    private final boolean multiline;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int groups;
    private int open;
    private boolean choice;
    /** Where the last atom begins in {@link #out}; -1 if there is nothing to repeat. */
    private int atom = -1;

    private int alternativeStart;
    private boolean quantified;

    RegexTranslator(String regex, Dialect dialect, boolean multiline) {
        this.regex = regex;
        this.dialect = dialect;
        this.basic = dialect.basic();
        this.multiline = multiline;
    }

    /** Whether Java's match may be shorter than POSIX's. */
    boolean leavesChoice() {
        return choice;
    }

    String translate() {
        alternatives();
        return out.toString();
    }

    /** Up to the end, or to the parenthesis that closes the group. */
    private void alternatives() {
        alternative();
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            if (c == '\\') {
                if (escape()) {
                    return;
                }
            } else if (!basic && c == '|') {
                bar();
            } else if (!basic && c == '(') {
                group();
            } else if (!basic && c == ')' && (open > 0 || !dialect.lenient())) {
                close();
                return;
            } else {
                plain(c);
            }
        }
    }

    private void plain(char c) {
        switch (c) {
            case '*' -> star();
            case '+', '?' -> {
                if (basic) {
                    literal(c);
                } else {
                    repeat(String.valueOf(c));
                }
            }
            case '{' -> {
                if (basic) {
                    literal(c);
                } else {
                    interval();
                }
            }
            case '.' -> atom(ANY_CHARACTER);
            case '[' -> atom(new BracketTranslator().translate());
            case '^' -> caret();
            case '$' -> dollar();
            default -> literal(c);
        }
    }

    /** @return whether it closed a group */
    private boolean escape() {
        if (at == regex.length()) {
            if (dialect == Dialect.AWK) {
                literal('\\');
                return false;
            }
            throw new RegexException("Trailing backslash");
        }
        char c = regex.charAt(at++);
        if (basic && c == '(') {
            group();
        } else if (basic && c == ')') {
            close();
            return true;
        } else if (basic && c == '|') {
            bar();
        } else if (basic && c == '{') {
            interval();
        } else if (basic && (c == '+' || c == '?') && atom >= 0) {
            repeat(String.valueOf(c));
        } else if (dialect == Dialect.AWK) {
            at--;
            literal(new AwkEscape(regex, at).character());
            at = new AwkEscape(regex, at).end();
        } else {
            gnuEscape(c);
        }
        return false;
    }

    private void gnuEscape(char c) {
        switch (c) {
            case 'w' -> atom("[\\p{L}\\p{N}_]");
            case 'W' -> atom("[^\\p{L}\\p{N}_]");
            case 's' -> atom("\\s");
            case 'S' -> atom("\\S");
            case 'b' -> assertion("\\b");
            case 'B' -> assertion("\\B");
            case '<' -> assertion("\\b(?=\\w)");
            case '>' -> assertion("\\b(?<=\\w)");
            case '`' -> assertion("\\A");
            case '\'' -> assertion("\\z");
            default -> {
                if (c >= '1' && c <= '9') {
                    backReference(c - '0');
                } else if (dialect.escapes()) {
                    SedEscape escape = new SedEscape(regex, at - 1);
                    at = escape.end();
                    literal(escape.character());
                } else {
                    literal(c);
                }
            }
        }
    }

    private void backReference(int number) {
        if (number > groups) {
            throw new RegexException("Invalid back reference");
        }
        atom("(?:\\" + number + ")");
    }

    private void group() {
        int depth = ++open;
        groups++;
        int start = out.length();
        out.append('(');
        alternatives();
        if (open == depth) {
            throw new RegexException("Unmatched ( or \\(");
        }
        atom = start;
        quantified = false;
    }

    private void close() {
        if (open == 0) {
            throw new RegexException("Unmatched ) or \\)");
        }
        open--;
        out.append(')');
    }

    private void bar() {
        choice = true;
        out.append('|');
        alternative();
    }

    private void alternative() {
        atom = -1;
        alternativeStart = out.length();
    }

    /** In a basic expression an anchor only at the beginning of it, or of a group or an alternative. */
    private void caret() {
        if (basic && out.length() > alternativeStart) {
            literal('^');
            return;
        }
        assertion(multiline ? "(?:\\A|(?<=\\n))" : "\\A");
        atom = -1;
    }

    private void dollar() {
        String rest = regex.substring(at);
        if (basic && !rest.isEmpty() && !rest.startsWith("\\)") && !rest.startsWith("\\|")) {
            literal('$');
            return;
        }
        assertion(multiline ? "(?:\\z|(?=\\n))" : "\\z");
    }

    private void star() {
        if (atom < 0 && basic) {
            literal('*');
        } else {
            repeat("*");
        }
    }

    private void repeat(String quantifier) {
        if (atom < 0) {
            if (dialect == Dialect.AWK) {
                literal(quantifier.charAt(0));
                return;
            }
            if (dialect.lenient()) {
                return;
            }
            throw new RegexException("Invalid preceding regular expression");
        }
        if (quantified) {
            out.insert(atom, "(?:").append(')');
        }
        choice |= out.charAt(out.length() - 1) == ')';
        out.append(quantifier);
        quantified = true;
    }

    private void interval() {
        int end = regex.indexOf(basic ? "\\}" : "}", at);
        String inside = end < 0 ? "" : regex.substring(at, end);
        boolean good = end >= 0 && inside.matches("[0-9]+(,[0-9]*)?|,[0-9]*");
        if (dialect == Dialect.AWK || !good && dialect.lenient()) {
            literal('{'); // mawk 1.3.4 knows no intervals
            return;
        }
        if (end < 0) {
            throw new RegexException("Unmatched \\{");
        }
        String[] bounds = inside.split(",", -1);
        boolean decreasing = good
                && bounds.length == 2
                && !bounds[1].isEmpty()
                && !bounds[0].isEmpty()
                && number(bounds[1]) < number(bounds[0]);
        if (!good || decreasing) {
            throw new RegexException("Invalid content of \\{\\}");
        }
        for (String bound : bounds) {
            if (!bound.isEmpty() && number(bound) > MAXIMUM_REPETITION) {
                throw new RegexException("Regular expression too big");
            }
        }
        at = end + (basic ? 2 : 1);
        repeat("{" + (inside.startsWith(",") ? "0" : "") + inside + "}");
    }

    private static int number(String digits) {
        return digits.length() > 8 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private void literal(char c) {
        boolean special = "\\^$.[]|()*+?{}".indexOf(c) >= 0;
        atom(special ? "\\" + c : String.valueOf(c));
    }

    private void atom(String text) {
        boolean lowSurrogate = text.length() == 1
                && Character.isLowSurrogate(text.charAt(0))
                && out.length() > 0
                && Character.isHighSurrogate(out.charAt(out.length() - 1));
        atom = lowSurrogate ? atom : out.length();
        quantified = false;
        out.append(text);
    }

    private void assertion(String text) {
        out.append("(?:").append(text).append(')');
        atom = out.length() - text.length() - 4;
        quantified = false;
    }

    /** A bracket expression: its classes, ranges and odd rules about where ] and - may stand. */
    private final class BracketTranslator {
        private final StringBuilder set = new StringBuilder();

        String translate() {
            boolean negated = peek() == '^';
            at += negated ? 1 : 0;
            boolean first = true;
            while (first || peek() != ']') {
                member(first);
                first = false;
            }
            at++;
            return "[" + (negated ? "^" : "") + set + "]";
        }

        private char peek() {
            if (at >= regex.length()) {
                throw new RegexException("Unmatched [, [^, [:, [., or [=");
            }
            return regex.charAt(at);
        }

        private void member(boolean first) {
            if (regex.startsWith("[:", at)) {
                characterClass();
                return;
            }
            String from = element();
            boolean range = peek() == '-' && at + 1 < regex.length() && regex.charAt(at + 1) != ']';
            if (!range || first && from.isEmpty()) {
                set.append(quote(from));
                return;
            }
            at++;
            String to = element();
            if (to.codePointAt(0) < from.codePointAt(0)) {
                throw new RegexException("Invalid range end");
            }
            set.append(quote(from)).append('-').append(quote(to));
        }

        private void characterClass() {
            int end = regex.indexOf(":]", at + 2);
            if (end < 0) {
                throw new RegexException("Unmatched [, [^, [:, [., or [=");
            }
            String name = regex.substring(at + 2, end);
            set.append(CharacterClass.of(name)
                    .orElseThrow(() -> new RegexException("Invalid character class name"))
                    .inner());
            at = end + 2;
        }

        private String element() {
            char c = peek();
            if (c == '[' && at + 1 < regex.length() && (regex.charAt(at + 1) == '.' || regex.charAt(at + 1) == '=')) {
                String close = regex.charAt(at + 1) + "]";
                int end = regex.indexOf(close, at + 2);
                if (end < 0) {
                    throw new RegexException("Unmatched [, [^, [:, [., or [=");
                }
                String element = regex.substring(at + 2, end);
                at = end + 2;
                if (element.codePointCount(0, element.length()) != 1) {
                    throw new RegexException("Invalid collation character");
                }
                return element;
            }
            if (dialect == Dialect.AWK && c == '\\' && at + 1 < regex.length()) {
                AwkEscape escape = new AwkEscape(regex, at + 1);
                at = escape.end();
                return String.valueOf(escape.character());
            }
            if (dialect.escapes() && c == '\\' && SedEscape.isKnown(regex, at + 1)) {
                SedEscape escape = new SedEscape(regex, at + 1);
                at = escape.end();
                return String.valueOf(escape.character());
            }
            int start = at;
            at = regex.offsetByCodePoints(at, 1);
            return regex.substring(start, at);
        }

        private String quote(String element) {
            return "\\[]^-&".contains(element) ? "\\" + element : element;
        }
    }
}
