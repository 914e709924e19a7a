package org.vethlab.fuzz;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many commands were compared, and how many of them differ, for each program. */
final class Tally {
    private final Map<String, int[]> counts = new TreeMap<>();
    private int scripts;
    private int dropped;

    void add(Comparison comparison) {
        scripts++;
        dropped += comparison.script().compared().size() - comparison.steady().size();
        Set<Integer> different = comparison.differences().stream()
                .map(Difference::number)
                .collect(Collectors.toCollection(TreeSet::new));
        comparison.steady().keySet().forEach(number -> {
            String program = comparison.script().commands().get(number).program();
            int[] count = counts.computeIfAbsent(program, name -> new int[2]);
            count[0]++;
            count[1] += different.contains(number) ? 1 : 0;
        });
    }

    int differing() {
        return counts.values().stream().mapToInt(count -> count[1]).sum();
    }

    int compared() {
        return counts.values().stream().mapToInt(count -> count[0]).sum();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        counts.forEach((program, count) -> {
            if (count[1] > 0) {
                text.append("%-20s %6d compared %5d differ %6.1f %%%n"
                        .formatted(program, count[0], count[1], 100.0 * count[1] / count[0]));
            }
        });
        return text
                + "%d scripts: %d commands compared, %d unsteady on Linux, %d differ (%.2f %%)%n"
                        .formatted(
                                scripts,
                                compared(),
                                dropped,
                                differing(),
                                100.0 * differing() / Math.max(1, compared()));
    }
}
