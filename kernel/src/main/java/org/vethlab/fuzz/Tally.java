package org.vethlab.fuzz;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many commands were compared, and how many of them differ, for each program. */
final class Tally {
    private static final String ENTERING =
            "^(?:(?:ip netns exec \\S+|nsenter -t \\S+ -n|timeout \\S+) +)+(?=[a-z])";

    private final Map<String, int[]> counts = new TreeMap<>();
    private int scripts;
    private int dropped;

    void add(Comparison comparison) {
        scripts++;
        dropped += comparison.script().compared().size() - comparison.steady().size();
        Set<Integer> different =
                comparison.differences().stream().map(Difference::number).collect(Collectors.toCollection(TreeSet::new));
        comparison.steady().keySet().forEach(number -> {
            String command = comparison.script().commands().get(number).text();
            int[] count = counts.computeIfAbsent(program(command), name -> new int[2]);
            count[0]++;
            count[1] += different.contains(number) ? 1 : 0;
        });
    }

    /** The program of a command, with the object for ip and bridge. */
    static String program(String command) {
        String[] words = command.replaceFirst(ENTERING, "").split(" +");
        if (!Set.of("ip", "bridge", "tc").contains(words[0])) {
            return words[0].matches("[a-z0-9-]+") ? words[0] : "shell";
        }
        for (int i = 1; i < words.length; i++) {
            boolean value = words[i - 1].matches("-n(etns)?");
            if (!value && words[i].matches("[a-z]+")) {
                return words[0] + " " + words[i];
            }
        }
        return words[0];
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
        return text + "%d scripts: %d commands compared, %d unsteady on Linux, %d differ (%.2f %%)%n"
                .formatted(scripts, compared(), dropped, differing(), 100.0 * differing() / Math.max(1, compared()));
    }
}
