package org.vethlab.shell.option;

import java.util.Optional;

/** The options of {@code set}, in the order of {@code set -o}. */
public enum SetOption {
    ALLEXPORT('a'),
    BRACEEXPAND('B'),
    EMACS(' '),
    ERREXIT('e'),
    ERRTRACE('E'),
    FUNCTRACE('T'),
    HASHALL('h'),
    HISTEXPAND('H'),
    HISTORY(' '),
    IGNOREEOF(' '),
    INTERACTIVE_COMMENTS(' '),
    KEYWORD('k'),
    MONITOR('m'),
    NOCLOBBER('C'),
    NOEXEC('n'),
    NOGLOB('f'),
    NOLOG(' '),
    NOTIFY('b'),
    NOUNSET('u'),
    ONECMD('t'),
    PHYSICAL('P'),
    PIPEFAIL(' '),
    POSIX(' '),
    PRIVILEGED('p'),
    VERBOSE('v'),
    VI(' '),
    XTRACE('x');

    private final char letter;
    private final String text;

    SetOption(char letter) {
        this.letter = letter;
        this.text = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Its letter after {@code set -}; a blank if it has none. */
    public char letter() {
        return letter;
    }

    /** Its name after {@code set -o}. */
    public String text() {
        return text;
    }

    public static Optional<SetOption> of(char letter) {
        for (SetOption option : values()) {
            if (option.letter == letter && letter != ' ') {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    public static Optional<SetOption> of(String text) {
        for (SetOption option : values()) {
            if (option.text.equals(text)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}
