package org.vethlab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.transcript.Answer;
import org.vethlab.transcript.CommandScript;

/**
 * A script run on Linux and in the simulator.
 *
 * @param steady what Linux answered, but for commands to which it answered otherwise when asked again
 * @param differences in the order of the commands
 */
record Comparison(CommandScript script, Map<Integer, Answer> steady, List<Difference> differences) {
    /** @return empty if Linux took too long */
    static Optional<Comparison> of(CommandScript script, Linux linux) {
        Optional<Map<Integer, Answer>> first = linux.print(script).map(script::answers);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Answer> simulated = TimedSimulation.answers(script);
        if (simulated.equals(first.get())) {
            return Optional.of(new Comparison(script, first.get(), List.of()));
        }
        return linux.print(script)
                .map(script::answers)
                .map(second -> of(script, agreed(first.get(), second), simulated));
    }

    private static Map<Integer, Answer> agreed(Map<Integer, Answer> first, Map<Integer, Answer> second) {
        Map<Integer, Answer> agreed = new java.util.TreeMap<>(first);
        agreed.entrySet().removeIf(entry -> !entry.getValue().equals(second.get(entry.getKey())));
        return agreed;
    }

    private static Comparison of(CommandScript script, Map<Integer, Answer> linux, Map<Integer, Answer> simulated) {
        List<Difference> differences = new ArrayList<>();
        linux.forEach((number, answer) -> {
            Optional<Answer> here = Optional.ofNullable(simulated.get(number));
            if (here.filter(answer::equals).isEmpty()) {
                String command = script.commands().get(number).text();
                differences.add(new Difference(number, command, answer, here));
            }
        });
        return new Comparison(script, linux, differences);
    }
}
