package org.vethlab.program.tc;

import java.util.OptionalLong;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;

/** Values of named settings, each refused as {@code Illegal "NAME"}. */
final class Settings {
    private final Arguments words;
    private final String usage;

    Settings(Arguments words, String usage) {
        this.words = words;
        this.usage = usage;
    }

    OptionalLong number(String name) {
        return present(Numbers.unsigned(words.next(), 32), name);
    }

    /** Microseconds. */
    OptionalLong time(String name) {
        return present(Units.time(words.next()), name);
    }

    /** Bytes. */
    OptionalLong size(String name) {
        return present(Units.size(words.next()), name);
    }

    /** Bytes per second. */
    OptionalLong rate(String name) {
        return present(Units.rate(words.next()), name);
    }

    private static OptionalLong present(OptionalLong value, String name) {
        if (value.isEmpty()) {
            throw Complaints.illegal(name);
        }
        return value;
    }

    CommandException unknown(String word) {
        return word.equals("help") ? Complaints.usage(usage) : Complaints.unknown(word, usage);
    }
}
