package org.vethlab.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads options as getopt_long(3) does, with its words for what it cannot read: clustered letters, values behind a letter
 * or in the next word, long names by any beginning that is not ambiguous.
 */
public final class GetOpt {
    private final String program;
    private final String letters;
    private final List<String> longNames;
    private boolean knowsLong = true;
    private int status = 1;
    private Supplier<String> hint = () -> "";

    /**
     * An option that was given.
     *
     * @param key its letter; its long name if it has no letter
     */
    public record Option(String key, Optional<String> value) {
        /** The value of an option that must have one. */
        public String text() {
            return value.orElseThrow();
        }
    }

    /** The options in their order, and the words that are none. */
    public record Result(List<Option> options, List<String> operands) {
        public boolean has(String key) {
            return options.stream().anyMatch(option -> option.key().equals(key));
        }

        /** The value given last. */
        public Optional<String> last(String key) {
            Optional<String> found = Optional.empty();
            for (Option option : options) {
                found = option.key().equals(key) ? option.value() : found;
            }
            return found;
        }
    }

    /**
     * @param letters as getopt's: {@code t:} must have a value, {@code n::} may have one, a {@code +} in front ends the
     *     options with the first word that is none
     * @param longNames in the order of the program's table: {@code target=t} stands for a letter, {@code wd:} or
     *     {@code root::} or {@code quiet} for itself
     */
    public GetOpt(String program, String letters, List<String> longNames) {
        this.program = program;
        this.letters = letters;
        this.longNames = longNames;
    }

    /** As getopt(3), to which {@code --} begins no name, but is the letter {@code -}. */
    public static GetOpt ofLetters(String program, String letters) {
        GetOpt options = new GetOpt(program, letters, List.of());
        options.knowsLong = false;
        return options;
    }

    /** What follows the message, and the exit status, when the words cannot be read. */
    public GetOpt failing(int newStatus, String newHint) {
        return failing(newStatus, () -> newHint);
    }

    /** As {@link #failing(int, String)}; the text is made only if it is wanted. */
    public GetOpt failing(int newStatus, Supplier<String> newHint) {
        status = newStatus;
        hint = newHint;
        return this;
    }

    /** With coreutils' and util-linux's hint to say --help. */
    public GetOpt tryHelp(int newStatus) {
        return failing(newStatus, "Try '" + program + " --help' for more information.");
    }

    /** @throws CommandException for words that cannot be read */
    public Result parse(List<String> words) {
        List<Option> options = new ArrayList<>();
        List<String> operands = new ArrayList<>();
        Deque<String> ahead = new ArrayDeque<>(words);
        while (!ahead.isEmpty()) {
            String word = ahead.pop();
            if (word.equals("--")) {
                break;
            }
            if (word.startsWith("--") && knowsLong) {
                options.add(longOption(word.substring(2), ahead));
            } else if (word.startsWith("-") && word.length() > 1) {
                cluster(word, options, ahead);
            } else {
                operands.add(word);
                if (letters.startsWith("+")) {
                    break;
                }
            }
        }
        operands.addAll(ahead);
        return new Result(options, operands);
    }

    private void cluster(String word, List<Option> options, Deque<String> ahead) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            int colons = colonsBehind(letter);
            String key = String.valueOf(letter);
            String rest = word.substring(i + 1);
            if (colons == 0) {
                options.add(new Option(key, Optional.empty()));
                continue;
            }
            if (rest.isEmpty() && colons == 1 && ahead.isEmpty()) {
                throw fail("option requires an argument -- '" + letter + "'");
            }
            boolean nextWord = rest.isEmpty() && colons == 1;
            options.add(new Option(key, nextWord ? Optional.of(ahead.pop()) : nonEmpty(rest)));
            return;
        }
    }

    private int colonsBehind(char letter) {
        int at = letter == ':' || letter == '+' || letter == '-' ? -1 : letters.indexOf(letter);
        if (at < 0) {
            throw fail("invalid option -- '" + letter + "'");
        }
        return colonsAt(letters, at + 1);
    }

    private static int colonsAt(String text, int at) {
        int colons = 0;
        while (at + colons < text.length() && text.charAt(at + colons) == ':') {
            colons++;
        }
        return colons;
    }

    private Option longOption(String word, Deque<String> ahead) {
        int equals = word.indexOf('=');
        String given = equals < 0 ? word : word.substring(0, equals);
        String row = find(given);
        String name = nameOf(row);
        int colons = row.contains("=") ? colonsBehind(row.charAt(row.length() - 1)) : colonsAt(row, name.length());
        String key = row.contains("=") ? row.substring(row.length() - 1) : name;
        if (equals >= 0) {
            if (colons == 0) {
                throw fail("option '--" + name + "' doesn't allow an argument");
            }
            return new Option(key, Optional.of(word.substring(equals + 1)));
        }
        if (colons == 1 && ahead.isEmpty()) {
            throw fail("option '--" + name + "' requires an argument");
        }
        return new Option(key, colons == 1 ? Optional.of(ahead.pop()) : Optional.empty());
    }

    private String find(String given) {
        List<String> candidates = new ArrayList<>();
        for (String row : longNames) {
            if (nameOf(row).equals(given)) {
                return row;
            }
            if (row.startsWith(given)) {
                candidates.add(row);
            }
        }
        if (candidates.isEmpty()) {
            throw fail("unrecognized option '--" + given + "'");
        }
        if (candidates.size() > 1) {
            StringBuilder names = new StringBuilder();
            candidates.forEach(row -> names.append(" '--").append(nameOf(row)).append('\''));
            throw fail("option '--" + given + "' is ambiguous; possibilities:" + names);
        }
        return candidates.get(0);
    }

    private static String nameOf(String row) {
        int end = 0;
        while (end < row.length() && row.charAt(end) != '=' && row.charAt(end) != ':') {
            end++;
        }
        return row.substring(0, end);
    }

    private static Optional<String> nonEmpty(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private CommandException fail(String message) {
        String more = hint.get();
        return new CommandException(status, program + ": " + message + (more.isEmpty() ? "" : "\n" + more));
    }
}
