package org.vethlab.program.tc;

import org.vethlab.program.CommandException;
import org.vethlab.program.UsageText;

/** How the parsers of tc's kinds refuse a word. */
final class Complaints {
    private Complaints() {}

    static CommandException plain(String line) {
        return new CommandException(1, line);
    }

    static CommandException illegal(String what) {
        return plain("Illegal \"" + what + "\"");
    }

    /** A complaint and the usage text of a kind ({@code qdisc-htb}). */
    static CommandException withUsage(String line, String usage) {
        return plain(line + "\n" + UsageText.of("tc-" + usage).stripTrailing());
    }

    static CommandException unknown(String word, String usage) {
        return withUsage("What is \"" + word + "\"?", usage);
    }

    static CommandException usage(String usage) {
        return plain(UsageText.of("tc-" + usage).stripTrailing());
    }
}
