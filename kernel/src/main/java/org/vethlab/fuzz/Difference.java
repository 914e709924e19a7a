package org.vethlab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vethlab.transcript.Answer;

/** A command to which Linux and the simulator answer differently. */
record Difference(int number, String command, Answer linux, Optional<Answer> simulated) {
    private static final int SHOWN_LINES = 12;

    /** Both answers, one under the other, without the lines that they begin and end with alike. */
    String text() {
        List<String> ours = simulated.map(Difference::lines).orElse(List.of("no answer"));
        List<String> theirs = lines(linux);
        int shorter = Math.min(ours.size(), theirs.size());
        int start = 0;
        while (start < shorter && ours.get(start).equals(theirs.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && ours.get(ours.size() - 1 - end).equals(theirs.get(theirs.size() - 1 - end))) {
            end++;
        }
        return "$ " + command + "\n" + part("Linux    ", theirs, start, end) + part("simulator", ours, start, end);
    }

    private static List<String> lines(Answer answer) {
        List<String> lines = new ArrayList<>(List.of(answer.output().split("\n", -1)));
        lines.add("[" + answer.status() + "]");
        return lines;
    }

    private static String part(String who, List<String> lines, int start, int end) {
        List<String> different = lines.subList(start, lines.size() - end);
        String shown = different.stream()
                .limit(SHOWN_LINES)
                .map(line -> who + " | " + line + "\n")
                .collect(Collectors.joining());
        return different.size() > SHOWN_LINES ? shown + who + " | …\n" : shown;
    }
}
