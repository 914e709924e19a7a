package org.vethlab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.transcript.Command;
import org.vethlab.transcript.CommandScript;

/**
 * Finds a short script whose last command is answered differently: takes out ever smaller runs of commands for as long as
 * the difference stays (Zeller's delta debugging).
 */
final class Shrinker {
    private final Linux linux;

    Shrinker(Linux linux) {
        this.linux = linux;
    }

    /** The script of a difference, cut down; all of its commands are compared. */
    Comparison shrink(Comparison found, Difference difference) {
        List<Command> commands = new ArrayList<>(found.script().commands().subList(0, difference.number() + 1));
        Comparison shortest = found;
        for (int size = Math.max(1, (commands.size() - 1) / 2); size >= 1; size = size / 2) {
            for (int start = commands.size() - 1 - size; start >= 0; start -= size) {
                List<Command> fewer = new ArrayList<>(commands);
                fewer.subList(start, start + size).clear();
                Optional<Comparison> still = differing(fewer);
                if (still.isPresent()) {
                    shortest = still.get();
                    commands = fewer;
                }
            }
        }
        return shortest;
    }

    private Optional<Comparison> differing(List<Command> commands) {
        int last = commands.size() - 1;
        return Comparison.of(new CommandScript(commands), linux)
                .filter(comparison ->
                        comparison.differences().stream().anyMatch(difference -> difference.number() == last));
    }
}
