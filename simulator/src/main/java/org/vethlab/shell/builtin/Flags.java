package org.vethlab.shell.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.shell.run.Builtin.UsageException;

/** Options of builtins: single letters, several after one dash, ended by {@code --} or the first other word. */
final class Flags {
    private final Map<Character, String> values = new HashMap<>();
    private final StringBuilder order = new StringBuilder();
    private List<String> rest = List.of();

    private Flags() {}

    /**
     * Reads options.
     *
     * @param letters the letters there are; a colon behind one that takes a value
     * @throws UsageException if there is another one
     */
    static Flags parse(List<String> arguments, String letters) {
        Flags flags = new Flags();
        List<String> words = new ArrayList<>(arguments);
        int next = 0;
        while (next < words.size()
                && words.get(next).length() > 1
                && words.get(next).charAt(0) == '-') {
            String word = words.get(next++);
            if (word.equals("--")) {
                break;
            }
            next += flags.cluster(word, letters, next < words.size() ? Optional.of(words.get(next)) : Optional.empty());
        }
        flags.rest = List.copyOf(words.subList(next, words.size()));
        return flags;
    }

    /** @return how many words behind this one were taken as a value */
    private int cluster(String word, String letters, Optional<String> following) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            int at = letter == ':' ? -1 : letters.indexOf(letter);
            if (at < 0) {
                throw UsageException.invalidOption("-" + letter);
            }
            order.append(letter);
            boolean takesValue = at + 1 < letters.length() && letters.charAt(at + 1) == ':';
            if (!takesValue) {
                values.put(letter, "");
            } else if (i + 1 < word.length()) {
                values.put(letter, word.substring(i + 1));
                return 0;
            } else {
                values.put(
                        letter,
                        following.orElseThrow(
                                () -> new UsageException("-" + letter + ": option requires an argument", true, 2)));
                return 1;
            }
        }
        return 0;
    }

    boolean has(char letter) {
        return values.containsKey(letter);
    }

    Optional<String> value(char letter) {
        return Optional.ofNullable(values.get(letter));
    }

    /** The letters in the order in which they came. */
    String order() {
        return order.toString();
    }

    /** The words behind the options. */
    List<String> rest() {
        return rest;
    }
}
