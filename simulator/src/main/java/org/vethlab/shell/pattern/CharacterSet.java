package org.vethlab.shell.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What a bracket expression matches. */
final class CharacterSet {
    private final List<IntPredicate> members = new ArrayList<>();
    private final boolean negated;
    private final boolean ignoreCase;

    CharacterSet(boolean negated, boolean ignoreCase) {
        this.negated = negated;
        this.ignoreCase = ignoreCase;
    }

    void addRange(int first, int last) {
        members.add(c -> c >= first && c <= last);
    }

    /** @return false if there is no class of that name */
    boolean addClass(String name) {
        Optional<IntPredicate> known = classOf(name);
        known.ifPresent(members::add);
        return known.isPresent();
    }

    boolean contains(int c) {
        boolean member = has(c);
        if (ignoreCase && !member) {
            member = has(Character.toLowerCase(c)) || has(Character.toUpperCase(c));
        }
        return member != negated;
    }

    private boolean has(int c) {
        return members.stream().anyMatch(member -> member.test(c));
    }

    /** The classes of the C locale. */
    static Optional<IntPredicate> classOf(String name) {
        IntPredicate known = switch (name) {
            case "alpha" -> Character::isLetter;
            case "digit" -> c -> c >= '0' && c <= '9';
            case "alnum" -> Character::isLetterOrDigit;
            case "upper" -> Character::isUpperCase;
            case "lower" -> Character::isLowerCase;
            case "space" -> c -> c == ' ' || c >= '\t' && c <= '\r';
            case "blank" -> c -> c == ' ' || c == '\t';
            case "punct" -> c -> c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
            case "print" -> c -> c >= ' ' && c != 0x7f;
            case "graph" -> c -> c > ' ' && c != 0x7f;
            case "cntrl" -> c -> c < ' ' || c == 0x7f;
            case "xdigit" -> c -> Character.digit(c, 16) >= 0 && c < 0x80;
            case "word" -> c -> Character.isLetterOrDigit(c) || c == '_';
            case "ascii" -> c -> c < 0x80;
            default -> c -> false;
        };
        boolean isKnown = known.test('a')
                || known.test('0')
                || known.test(' ')
                || known.test('A')
                || known.test('!')
                || known.test(0);
        return isKnown ? Optional.of(known) : Optional.empty();
    }
}
