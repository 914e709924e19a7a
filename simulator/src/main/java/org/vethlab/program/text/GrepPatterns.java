package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.vethlab.net.NetException;
import org.vethlab.program.CommandException;
import org.vethlab.program.text.Options.Given;

/** The patterns of one grep: what a line must match one of. */
final class GrepPatterns {
    private static final String WORD = "[\\p{L}\\p{N}_]";

    private final List<PosixRegex> patterns = new ArrayList<>();

    /** @param dialect the letter of -G, -E, -F or -P */
    GrepPatterns(Call call, List<String> sources, String dialect) {
        for (String source : sources) {
            patterns.add(compile(call, source, dialect));
        }
    }

    /** The patterns of -e and -f; empty if there are none, and the first operand is the pattern. */
    static Optional<List<String>> given(Call call) {
        if (!call.has("e") && !call.has("f")) {
            return Optional.empty();
        }
        List<String> sources = new ArrayList<>();
        for (Given one : call.options().given()) {
            if (one.option().equals("e")) {
                sources.addAll(split(one.value().orElseThrow()));
            } else if (one.option().equals("f")) {
                sources.addAll(lines(call, one.value().orElseThrow()));
            }
        }
        return Optional.of(sources);
    }

    /** Each line of a pattern is a pattern of its own. */
    static List<String> split(String patterns) {
        return List.of(patterns.split("\n", -1));
    }

    private static List<String> lines(Call call, String file) {
        try {
            LineReader reader = new LineReader(call.open(file));
            List<String> lines = new ArrayList<>();
            reader.next().ifPresent(lines::add);
            for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
            return lines;
        } catch (NetException e) {
            throw call.failure(2, file + ": " + e.errno().text());
        }
    }

    private static PosixRegex compile(Call call, String source, String dialect) {
        boolean ignoreCase =
                call.has("i") && !call.options().last("i", "no-ignore-case").equals(Optional.of("no-ignore-case"));
        try {
            PosixRegex regex = regex(call, source, dialect, ignoreCase);
            if (call.has("x")) {
                return regex.within("\\A", "\\z");
            }
            return call.has("w") ? regex.within("(?<!" + WORD + ")", "(?!" + WORD + ")") : regex;
        } catch (RegexException e) {
            throw call.failure(2, Optional.ofNullable(e.getMessage()).orElse(""));
        }
    }

    private static PosixRegex regex(Call call, String source, String dialect, boolean ignoreCase) {
        int flags = ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        switch (dialect) {
            case "F":
                return PosixRegex.literal(source, ignoreCase);
            case "P":
                return perl(source, flags);
            default:
                if (source.matches("\\[:[a-z]+:\\]")) {
                    throw call.failure(2, "character class syntax is [[:space:]], not [:space:]");
                }
                boolean basic = dialect.equals("G");
                if (!basic) {
                    warnOfStrayOperator(call, source);
                }
                return PosixRegex.of(
                        source, basic ? PosixRegex.Dialect.BASIC : PosixRegex.Dialect.GREP_EXTENDED, ignoreCase, false);
        }
    }

    private static PosixRegex perl(String source, int flags) {
        try {
            return PosixRegex.perl(Pattern.compile(keeping(source), flags));
        } catch (PatternSyntaxException e) {
            boolean open = e.getDescription().startsWith("Unclosed group");
            throw new RegexException(open ? "missing closing parenthesis" : e.getDescription());
        }
    }

    /** What stands before {@code \\K} must be there, but is no part of the match: Java looks behind for it. */
    private static String keeping(String source) {
        int keep = source.lastIndexOf("\\K");
        if (keep < 0 || keep > 0 && source.charAt(keep - 1) == '\\') {
            return source;
        }
        String before = source.substring(0, keep).replace("\\K", "");
        return "(?<=" + bounded(before) + ")" + source.substring(keep + 2);
    }

    /** Java looks behind only for what has a longest length. */
    private static String bounded(String pattern) {
        return pattern.replaceAll("(?<!\\\\)\\*", "{0,255}").replaceAll("(?<!\\\\)\\+", "{1,255}");
    }

    private static void warnOfStrayOperator(Call call, String source) {
        java.util.regex.Matcher stray = Pattern.compile("(?:^|[^\\\\][(|^]|^[(|^])([*+?]|\\{[0-9,]+\\})")
                .matcher(source);
        if (stray.find()) {
            String operator = stray.group(1).startsWith("{") ? "{...}" : stray.group(1);
            call.context().err().print("grep: warning: " + operator + " at start of expression\n");
        }
    }

    /** The leftmost of the matches, and of those that begin there the longest. */
    Optional<MatchResult> find(String line, int from) {
        Optional<MatchResult> best = Optional.empty();
        for (PosixRegex pattern : patterns) {
            Optional<MatchResult> found = pattern.find(line, from);
            boolean better = found.isPresent()
                    && (best.isEmpty()
                            || found.get().start() < best.get().start()
                            || found.get().start() == best.get().start()
                                    && found.get().end() > best.get().end());
            best = better ? found : best;
        }
        return best;
    }

    boolean matches(String line) {
        return patterns.stream().anyMatch(pattern -> pattern.find(line, 0).isPresent());
    }

    /** For -E and its like: which dialect the options ask for. */
    static String dialect(Call call, String otherwise) {
        return call.options().last("G", "E", "F", "P").orElse(otherwise);
    }

    static CommandException usage(String program) {
        return new CommandException(
                2,
                "Usage: " + program + " [OPTION]... PATTERNS [FILE]...\nTry '" + program
                        + " --help' for more information.");
    }
}
