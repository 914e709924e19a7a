package org.vethlab.shell.pattern;

import java.util.List;
import org.vethlab.shell.pattern.Glob.Alternatives;
import org.vethlab.shell.pattern.Glob.AnyCharacter;
import org.vethlab.shell.pattern.Glob.AnyText;
import org.vethlab.shell.pattern.Glob.Bracket;
import org.vethlab.shell.pattern.Glob.Element;
import org.vethlab.shell.pattern.Glob.Literal;

/** Matches one text. */
final class Matcher {
    private final String text;
    private final int end;
    private final boolean ignoreCase;

    Matcher(String text, int end, boolean ignoreCase) {
        this.text = text;
        this.end = end;
        this.ignoreCase = ignoreCase;
    }

    /** Without pattern lists: only the last star ever needs another try, so the time is bounded by a product. */
    boolean match(List<Element> elements, int from) {
        int at = from;
        int element = 0;
        int star = -1;
        int starAt = from;
        while (at < end) {
            int next = element < elements.size() ? step(elements.get(element), at) : -1;
            if (element < elements.size() && elements.get(element) instanceof AnyText) {
                star = element++;
                starAt = at;
            } else if (next >= 0) {
                element++;
                at = next;
            } else if (star >= 0) {
                element = star + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        while (element < elements.size() && elements.get(element) instanceof AnyText) {
            element++;
        }
        return element == elements.size();
    }

    /** With pattern lists: tries every way. */
    boolean matchLists(List<Element> elements, int element, int at) {
        if (element == elements.size()) {
            return at == end;
        }
        Element current = elements.get(element);
        if (current instanceof AnyText) {
            for (int next = at; next <= end; next++) {
                if (matchLists(elements, element + 1, next)) {
                    return true;
                }
            }
            return false;
        }
        if (current instanceof Alternatives alternatives) {
            return matchAlternatives(alternatives, elements, element, at);
        }
        int next = step(current, at);
        return next >= 0 && matchLists(elements, element + 1, next);
    }

    private boolean matchAlternatives(Alternatives alternatives, List<Element> elements, int element, int at) {
        char operator = alternatives.operator();
        if ((operator == '?' || operator == '*') && matchLists(elements, element + 1, at)) {
            return true;
        }
        for (int to = at; to <= end; to++) {
            boolean matched = matchesChoice(alternatives, at, to) != (operator == '!');
            if (!matched) {
                continue;
            }
            if (matchLists(elements, element + 1, to)) {
                return true;
            }
            boolean repeats = operator == '*' || operator == '+';
            if (repeats && to > at && matchAlternatives(alternatives, elements, element, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesChoice(Alternatives alternatives, int from, int to) {
        Matcher part = new Matcher(text, to, ignoreCase);
        return alternatives.choices().stream().anyMatch(choice -> part.matchLists(choice, 0, from));
    }

    /** The place behind one character that the element matches; -1 if it does not. */
    private int step(Element element, int at) {
        if (at >= end) {
            return -1;
        }
        char c = text.charAt(at);
        if (element instanceof Literal literal) {
            return same(literal.c(), c) ? at + 1 : -1;
        }
        int width = Character.isHighSurrogate(c) && at + 1 < end ? 2 : 1;
        if (element instanceof AnyCharacter) {
            return at + width;
        }
        if (element instanceof Bracket bracket) {
            return bracket.set().contains(text.codePointAt(at)) ? at + width : -1;
        }
        return -1;
    }

    private boolean same(char a, char b) {
        return a == b || ignoreCase && Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
