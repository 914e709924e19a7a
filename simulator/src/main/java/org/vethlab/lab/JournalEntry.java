package org.vethlab.lab;

import java.util.List;
import java.util.Optional;

/**
 * A run of a lab, so that it can be run again.
 *
 * @param place the name of the place
 * @param name the script's file name; empty for what was typed
 * @param interruptedAt what the lab's clock read when it was interrupted
 * @param isQuestion whether a picture asked, not a person: it changed nothing but the time
 */
public record JournalEntry(
        String place,
        Optional<String> name,
        String script,
        List<String> arguments,
        Optional<Long> interruptedAt,
        boolean isQuestion) {
    public JournalEntry(
            String place, Optional<String> name, String script, List<String> arguments, Optional<Long> interruptedAt) {
        this(place, name, script, arguments, interruptedAt, false);
    }

    JournalEntry interrupted(long time) {
        return new JournalEntry(place, name, script, arguments, Optional.of(time), isQuestion);
    }

    JournalEntry question() {
        return new JournalEntry(place, name, script, arguments, interruptedAt, true);
    }
}
