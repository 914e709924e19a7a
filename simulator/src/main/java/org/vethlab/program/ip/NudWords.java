package org.vethlab.program.ip;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vethlab.net.neigh.NudState;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;

/** How {@code ip neighbour} reads the states of neighbours (nud_state_a2n). */
final class NudWords {
    private NudWords() {}

    /** A state by name (two of them may be shortened) or by number. @throws CommandException */
    static NudState one(String word) {
        return find(word).orElseThrow(() -> CommandException.wrong(word, "nud state is bad"));
    }

    /** {@code all} is all states, none for a flush that shall spare NOARP. */
    static Set<NudState> some(String word, boolean flush) {
        Optional<NudState> found = find(word);
        if (found.isPresent()) {
            return EnumSet.of(found.get());
        }
        if (!word.equals("all")) {
            throw CommandException.wrong(word, "nud state is bad");
        }
        return flush ? EnumSet.complementOf(EnumSet.of(NudState.NOARP)) : EnumSet.allOf(NudState.class);
    }

    private static Optional<NudState> find(String word) {
        if (Arguments.matches(word, "permanent")) {
            return Optional.of(NudState.PERMANENT);
        }
        if (Arguments.matches(word, "reachable")) {
            return Optional.of(NudState.REACHABLE);
        }
        return switch (word) {
            case "noarp" -> Optional.of(NudState.NOARP);
            case "none" -> Optional.of(NudState.NONE);
            case "stale" -> Optional.of(NudState.STALE);
            case "incomplete" -> Optional.of(NudState.INCOMPLETE);
            case "delay" -> Optional.of(NudState.DELAY);
            case "probe" -> Optional.of(NudState.PROBE);
            default -> Arguments.matches(word, "failed") ? Optional.of(NudState.FAILED) : byNumber(word);
        };
    }

    private static Optional<NudState> byNumber(String word) {
        OptionalLong number = Numbers.unsigned(word, 8);
        for (NudState state : NudState.values()) {
            if (number.isPresent() && number.getAsLong() == state.code()) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
