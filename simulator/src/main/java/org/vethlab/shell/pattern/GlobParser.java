package org.vethlab.shell.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.shell.pattern.Glob.Alternatives;
import org.vethlab.shell.pattern.Glob.AnyCharacter;
import org.vethlab.shell.pattern.Glob.AnyText;
import org.vethlab.shell.pattern.Glob.Bracket;
import org.vethlab.shell.pattern.Glob.Element;
import org.vethlab.shell.pattern.Glob.Literal;

/** Parses a pattern. Whatever is not well formed stands for itself. */
final class GlobParser {
    private final String pattern;
    private final boolean lists;
    private final boolean ignoreCase;
    private int at;

    GlobParser(String pattern, boolean lists, boolean ignoreCase) {
        this.pattern = pattern;
        this.lists = lists;
        this.ignoreCase = ignoreCase;
    }

    List<Element> parse() {
        return sequence(false);
    }

    private List<Element> sequence(boolean inList) {
        List<Element> elements = new ArrayList<>();
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (inList && (c == '|' || c == ')')) {
                break;
            }
            at++;
            if (lists && "?*+@!".indexOf(c) >= 0 && at < pattern.length() && pattern.charAt(at) == '(') {
                elements.add(list(c).orElseGet(() -> single(c)));
            } else {
                elements.add(single(c));
            }
        }
        return elements;
    }

    private Element single(char c) {
        return switch (c) {
            case '*' -> new AnyText();
            case '?' -> new AnyCharacter();
            case '[' -> bracket().orElseGet(() -> new Literal('['));
            case '\\' -> new Literal(at < pattern.length() ? pattern.charAt(at++) : '\\');
            default -> new Literal(c);
        };
    }

    private Optional<Element> list(char operator) {
        int start = at;
        List<List<Element>> choices = new ArrayList<>();
        do {
            at++;
            choices.add(sequence(true));
        } while (at < pattern.length() && pattern.charAt(at) == '|');
        if (at == pattern.length()) {
            at = start;
            return Optional.empty();
        }
        at++;
        return Optional.of(new Alternatives(operator, choices));
    }

    /** Behind the opening bracket; a bracket that is never closed stands for itself. */
    private Optional<Element> bracket() {
        int start = at;
        boolean negated = at < pattern.length() && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^');
        at += negated ? 1 : 0;
        CharacterSet set = new CharacterSet(negated, ignoreCase);
        boolean first = true;
        while (at < pattern.length() && (first || pattern.charAt(at) != ']')) {
            first = false;
            if (!named(set)) {
                range(set);
            }
        }
        if (at >= pattern.length()) {
            at = start;
            return Optional.empty();
        }
        at++;
        return Optional.of(new Bracket(set));
    }

    /** {@code [:class:]}, {@code [=c=]} and {@code [.c.]}. */
    private boolean named(CharacterSet set) {
        if (pattern.charAt(at) != '[' || at + 1 >= pattern.length()) {
            return false;
        }
        char kind = pattern.charAt(at + 1);
        if (kind != ':' && kind != '=' && kind != '.') {
            return false;
        }
        int end = pattern.indexOf(kind + "]", at + 2);
        if (end < 0) {
            return false;
        }
        String name = pattern.substring(at + 2, end);
        if (kind == ':') {
            set.addClass(name);
        } else if (!name.isEmpty()) {
            set.addRange(name.codePointAt(0), name.codePointAt(0));
        }
        at = end + 2;
        return true;
    }

    private void range(CharacterSet set) {
        int first = character();
        boolean isRange = at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
        if (!isRange) {
            set.addRange(first, first);
            return;
        }
        at++;
        set.addRange(first, character());
    }

    private int character() {
        if (pattern.charAt(at) == '\\' && at + 1 < pattern.length()) {
            at++;
        }
        int c = pattern.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }
}
