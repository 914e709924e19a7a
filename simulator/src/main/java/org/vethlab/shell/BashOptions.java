package org.vethlab.shell;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.run.Dialect;

/**
 * What bash was called with.
 *
 * @param isString {@code -c}: the first word is the script
 * @param readsInput {@code -s}
 * @param words what follows the options
 */
record BashOptions(boolean isString, boolean readsInput, boolean version, List<Setting> settings, List<String> words) {
    /** {@code -e}, {@code +x}, {@code -o pipefail}. */
    record Setting(SetOption option, boolean on) {}

    /** An option that there is none of. */
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message, null, false, false);
        }
    }

    static BashOptions parse(List<String> arguments, Dialect dialect) {
        return new Reader(arguments, dialect).read();
    }

    /** Reads word by word. */
    private static final class Reader {
        private final List<String> words;
        private final Dialect dialect;
        private final List<Setting> settings = new ArrayList<>();
        private boolean isString;
        private boolean readsInput;
        private boolean version;
        private int next;

        Reader(List<String> words, Dialect dialect) {
            this.words = words;
            this.dialect = dialect;
        }

        BashOptions read() {
            while (next < words.size() && isOption(words.get(next))) {
                String word = words.get(next++);
                if (word.equals("--") || word.equals("-")) {
                    break;
                }
                if (word.startsWith("--")) {
                    longOption(word);
                } else {
                    letters(word);
                }
            }
            return new BashOptions(isString, readsInput, version, settings, words.subList(next, words.size()));
        }

        private static boolean isOption(String word) {
            return word.startsWith("-") || word.startsWith("+") && word.length() > 1;
        }

        private void longOption(String word) {
            if (dialect == Dialect.DASH) {
                throw new Misuse("--: invalid option");
            }
            switch (word) {
                case "--norc", "--noprofile", "--login", "--posix", "--noediting", "--restricted" -> {}
                case "--rcfile", "--init-file" -> next++;
                case "--version" -> version = true;
                case "--verbose" -> settings.add(new Setting(SetOption.VERBOSE, true));
                default -> throw new Misuse(word + ": invalid option");
            }
        }

        private void letters(String word) {
            boolean on = word.charAt(0) == '-';
            for (char letter : word.substring(1).toCharArray()) {
                switch (letter) {
                    case 'c' -> isString = true;
                    case 's' -> readsInput = true;
                    case 'i', 'l', 'r', 'D' -> {}
                    case 'o', 'O' -> named(letter, on);
                    default ->
                        settings.add(new Setting(
                                SetOption.of(letter)
                                        .filter(dialect::knows)
                                        .orElseThrow(
                                                () -> new Misuse(word.charAt(0) + "" + letter + ": invalid option")),
                                on));
                }
            }
        }

        private void named(char letter, boolean on) {
            if (next == words.size()) {
                return;
            }
            String name = words.get(next++);
            if (letter == 'o') {
                settings.add(new Setting(
                        SetOption.of(name)
                                .filter(dialect::knows)
                                .orElseThrow(() -> new Misuse(
                                        (dialect == Dialect.DASH ? "-o " : "") + name + ": invalid option name")),
                        on));
            }
        }
    }
}
