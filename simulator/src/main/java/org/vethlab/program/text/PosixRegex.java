package org.vethlab.program.text;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A POSIX regular expression: of all matches that begin leftmost, the longest. Java's own take the first alternative
 * that matches instead; so where the expression leaves a choice, longer matches are tried for.
 */
public final class PosixRegex {
    /** The dialects, which differ in what is special and in what is an error. */
    public enum Dialect {
        /** regcomp(3) and grep. */
        BASIC(true, false, false),
        /** regcomp(3) with REG_EXTENDED. */
        EXTENDED(false, false, false),
        /** grep -E: operators that have nothing to operate on stand for themselves or for nothing. */
        GREP_EXTENDED(false, true, false),
        SED_BASIC(true, false, true),
        SED_EXTENDED(false, false, true),
        AWK(false, true, true);

        private final boolean basic;
        private final boolean lenient;
        private final boolean escapes;

        Dialect(boolean basic, boolean lenient, boolean escapes) {
            this.basic = basic;
            this.lenient = lenient;
            this.escapes = escapes;
        }

        /** Groups, bars and intervals need a backslash. */
        boolean basic() {
            return basic;
        }

        boolean lenient() {
            return lenient;
        }

        /** Backslashes make control characters: \t, \n, in brackets too. */
        boolean escapes() {
            return escapes;
        }
    }

    private final Pattern pattern;
    private final boolean choice;
    private final int groups;

    private PosixRegex(Pattern pattern, boolean choice) {
        this.pattern = pattern;
        this.choice = choice;
        this.groups = pattern.matcher("").groupCount();
    }

    /** @throws RegexException when it is none */
    public static PosixRegex of(String regex, Dialect dialect, boolean ignoreCase, boolean multiline) {
        RegexTranslator translator = new RegexTranslator(regex, dialect, multiline);
        String translated = translator.translate();
        int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
        return new PosixRegex(Pattern.compile(translated, flags), translator.leavesChoice());
    }

    public static PosixRegex basic(String regex, boolean ignoreCase) {
        return of(regex, Dialect.BASIC, ignoreCase, false);
    }

    public static PosixRegex extended(String regex, boolean ignoreCase) {
        return of(regex, Dialect.EXTENDED, ignoreCase, false);
    }

    /** A Java pattern as it is: Perl's expressions of {@code grep -P} are near enough. */
    static PosixRegex perl(Pattern pattern) {
        return new PosixRegex(pattern, false);
    }

    /** A text that stands for itself. */
    static PosixRegex literal(String text, boolean ignoreCase) {
        int flags = ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        return new PosixRegex(Pattern.compile(Pattern.quote(text), flags), false);
    }

    /** The pattern between {@code before} and {@code after}, which look around (word boundaries, whole lines). */
    PosixRegex within(String before, String after) {
        return new PosixRegex(
                Pattern.compile(before + "(?:" + pattern.pattern() + ")" + after, pattern.flags()), choice);
    }

    /** How many groups it has. */
    public int groups() {
        return groups;
    }

    /** The first match that begins at {@code from} or later; what is before it is still looked at for anchors. */
    public Optional<MatchResult> find(String text, int from) {
        Matcher matcher = matcher(text, from, text.length());
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(choice ? longest(text, matcher.toMatchResult()) : matcher.toMatchResult());
    }

    private MatchResult longest(String text, MatchResult first) {
        for (int end = text.length(); end > first.end(); end--) {
            // anchors and boundaries must see the whole text, so the end cannot be that of the region
            Matcher longer = matcher(text, first.start(), text.length());
            longer.useTransparentBounds(true);
            longer.region(first.start(), end);
            if (longer.matches()) {
                return longer.toMatchResult();
            }
        }
        return first;
    }

    private Matcher matcher(String text, int from, int to) {
        Matcher matcher = pattern.matcher(new PatientText(text));
        matcher.useAnchoringBounds(false).useTransparentBounds(true).region(from, to);
        return matcher;
    }
}
