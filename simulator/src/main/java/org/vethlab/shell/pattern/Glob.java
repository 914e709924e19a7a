package org.vethlab.shell.pattern;

import java.util.List;

/** A shell pattern: {@code *}, {@code ?}, brackets, and lists like {@code @(a|b)}. A backslash quotes what follows. */
public final class Glob {
    private final List<Element> elements;
    private final boolean ignoreCase;
    private final boolean hasLists;

    private Glob(List<Element> elements, boolean ignoreCase) {
        this.elements = elements;
        this.ignoreCase = ignoreCase;
        this.hasLists = elements.stream().anyMatch(element -> element instanceof Alternatives);
    }

    sealed interface Element {}

    record Literal(char c) implements Element {}

    record AnyCharacter() implements Element {}

    record AnyText() implements Element {}

    record Bracket(CharacterSet set) implements Element {}

    /** {@code ?( *( +( @( !(}. */
    record Alternatives(char operator, List<List<Element>> choices) implements Element {}

    /** @param lists whether {@code @(a|b)} and its kin are special ({@code shopt -s extglob}) */
    public static Glob compile(String pattern, boolean lists, boolean ignoreCase) {
        return new Glob(new GlobParser(pattern, lists, ignoreCase).parse(), ignoreCase);
    }

    /** Whether a pattern has any special character that is not quoted. */
    public static boolean isSpecial(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '*', '?' -> {
                    return true;
                }
                case '[' -> {
                    if (pattern.indexOf(']', i + 1) > 0) {
                        return true;
                    }
                }
                case '+', '@', '!' -> {
                    if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '(') {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /** Text as a pattern that matches only itself. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\*?[]()|+@!^-".indexOf(c) >= 0) {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.toString();
    }

    /** A pattern without its quoting: what is left of one that matched nothing. */
    public static String unquote(String pattern) {
        if (pattern.indexOf('\\') < 0) {
            return pattern;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\' && i + 1 < pattern.length()) {
                i++;
            }
            text.append(pattern.charAt(i));
        }
        return text.toString();
    }

    public boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    /** Whether it matches all of a part of a text. */
    public boolean matches(String text, int from, int to) {
        Matcher matcher = new Matcher(text, to, ignoreCase);
        return hasLists ? matcher.matchLists(elements, 0, from) : matcher.match(elements, from);
    }

    /** The end of the longest match that starts at a place; -1 if there is none. */
    public int longestFrom(String text, int from) {
        for (int to = text.length(); to >= from; to--) {
            if (matches(text, from, to)) {
                return to;
            }
        }
        return -1;
    }

    /** The text without the start that matches. */
    public String trimStart(String text, boolean longest) {
        for (int i = 0; i <= text.length(); i++) {
            int end = longest ? text.length() - i : i;
            if (matches(text, 0, end)) {
                return text.substring(end);
            }
        }
        return text;
    }

    /** The text without the end that matches. */
    public String trimEnd(String text, boolean longest) {
        for (int i = 0; i <= text.length(); i++) {
            int start = longest ? i : text.length() - i;
            if (matches(text, start, text.length())) {
                return text.substring(0, start);
            }
        }
        return text;
    }
}
