package org.vethlab.shell.run;

import java.util.EnumSet;
import java.util.Set;
import org.vethlab.shell.option.SetOption;

/** Whose words the shell speaks, and how it takes mistakes: bash's, or those of dash, which Debian has for sh. */
public enum Dialect {
    BASH,
    DASH;

    /** The special builtins: dash leaves a script for their mistakes (XCU 2.8.1). */
    private static final Set<String> SPECIAL = Set.of(
            ".",
            ":",
            "break",
            "continue",
            "eval",
            "exec",
            "exit",
            "export",
            "local",
            "readonly",
            "return",
            "set",
            "shift",
            "times",
            "trap",
            "unset");

    /** Of these a complaint says nothing of a mistake: it may come from what they run, or costs less. */
    private static final Set<String> FORGIVEN =
            Set.of(".", "echo", "eval", "exec", "hash", "kill", "printf", "pwd", "trap", "type", "wait");

    private static final Set<SetOption> DASH_OPTIONS = EnumSet.of(
            SetOption.ALLEXPORT,
            SetOption.EMACS,
            SetOption.ERREXIT,
            SetOption.IGNOREEOF,
            SetOption.MONITOR,
            SetOption.NOCLOBBER,
            SetOption.NOEXEC,
            SetOption.NOGLOB,
            SetOption.NOLOG,
            SetOption.NOTIFY,
            SetOption.NOUNSET,
            SetOption.PRIVILEGED,
            SetOption.VERBOSE,
            SetOption.VI,
            SetOption.XTRACE);

    private static final int MISTAKE = 2;

    boolean isDash() {
        return this == DASH;
    }

    /** Whether {@code set} has an option. */
    public boolean knows(SetOption option) {
        return this == BASH || DASH_OPTIONS.contains(option);
    }

    /** How a message in a script begins. */
    String prefix(String source, String where, int line) {
        return isDash() ? source + ": " + line + ": " : source + ": " + where + "line " + line + ": ";
    }

    /** A message of bash in this shell's words. */
    String words(String message) {
        return isDash() ? DashWords.of(message) : message;
    }

    /** The status of what bash gives 1 for: a failed redirection, an expansion that cannot be. */
    int mistake() {
        return isDash() ? MISTAKE : 1;
    }

    /** Whether a builtin that complains fails with {@link #mistake}. */
    boolean isMistake(String builtin) {
        return isDash() && !FORGIVEN.contains(builtin);
    }

    /** Whether a script ends with the mistake of a builtin. */
    boolean isFatalIn(String builtin) {
        return isDash() && SPECIAL.contains(builtin);
    }
}
