package org.vethlab.program.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * The s command.
 *
 * @param regex empty for the one used last
 * @param occurrence from which match on, counted from 1
 * @param file where to write the result; empty for nowhere
 */
record SedSubstitution(
        Optional<PosixRegex> regex,
        List<Piece> replacement,
        int occurrence,
        boolean global,
        boolean print,
        String file) {
    /** A piece of the replacement. */
    sealed interface Piece {}

    record Text(String text) implements Piece {}

    /** & is group 0. */
    record Group(int number) implements Piece {}

    /** \L \U \l \\u \E. */
    record Case(char letter) implements Piece {}

    /** The line with its replacements; empty if nothing matched. */
    Optional<String> apply(String line, PosixRegex with) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        int from = 0;
        int count = 0;
        int replaced = 0;
        int lastEnd = -1;
        while (from <= line.length()) {
            Optional<MatchResult> next = with.find(line, from);
            if (next.isEmpty()) {
                break;
            }
            MatchResult match = next.get();
            boolean emptyBehindMatch = match.end() == match.start() && match.start() == lastEnd;
            if (!emptyBehindMatch && ++count >= occurrence) {
                out.append(line, at, match.start()).append(expand(match));
                at = match.end();
                replaced++;
            }
            lastEnd = match.end();
            from = match.end() > match.start() ? match.end() : match.end() + 1;
            if (replaced > 0 && !global) {
                break;
            }
        }
        return replaced == 0
                ? Optional.empty()
                : Optional.of(out.append(line.substring(at)).toString());
    }

    private String expand(MatchResult match) {
        StringBuilder out = new StringBuilder();
        char running = 'E';
        char once = 'E';
        for (Piece piece : replacement) {
            if (piece instanceof Case letter) {
                boolean lasting = Character.isUpperCase(letter.letter());
                running = lasting ? letter.letter() : running;
                once = lasting ? 'E' : letter.letter();
                continue;
            }
            String text = piece instanceof Group group
                    ? Optional.ofNullable(match.group(group.number())).orElse("")
                    : ((Text) piece).text();
            if (text.isEmpty()) {
                continue;
            }
            out.append(cased(text, running, once));
            once = 'E';
        }
        return out.toString();
    }

    private static String cased(String text, char running, char once) {
        String all =
                running == 'L' ? text.toLowerCase(Locale.ROOT) : running == 'U' ? text.toUpperCase(Locale.ROOT) : text;
        if (once == 'E') {
            return all;
        }
        String first = all.substring(0, 1);
        return (once == 'l' ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT)) + all.substring(1);
    }
}
