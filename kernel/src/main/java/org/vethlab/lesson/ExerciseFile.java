package org.vethlab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.lesson.Exercise.Check;

/**
 * Reads an exercise from Markdown: a heading {@code # name: title}, a line {@code Scenario: NAME}, the question, headings
 * {@code ## Hint} with a hint each, and fenced blocks {@code sh probe}, {@code sh check CLAIM}, {@code right},
 * {@code wrong}, which a student is not shown.
 */
final class ExerciseFile {
    private static final String FENCE = "```";

    private final String file;
    private final StringBuilder question = new StringBuilder();
    private final List<String> hints = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<String> right = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private Optional<String> probe = Optional.empty();
    private String name = "";
    private String title = "";
    private String scenario = "";
    private boolean inHint;

    private ExerciseFile(String file) {
        this.file = file;
    }

    /**
     * Reads an exercise.
     *
     * @param file its name, for error messages
     * @throws ExerciseException naming what is missing or wrong
     */
    static Exercise parse(String file, String text) {
        ExerciseFile reader = new ExerciseFile(file);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.startsWith(FENCE)) {
                reader.prose(line);
                continue;
            }
            int end = i + 1;
            while (end < lines.size() && !lines.get(end).startsWith(FENCE)) {
                end++;
            }
            if (end == lines.size()) {
                throw new ExerciseException(file, "line " + (i + 1) + ": a block that never ends");
            }
            reader.block(line.substring(FENCE.length()).strip(), lines.subList(i + 1, end));
            i = end;
        }
        return reader.exercise();
    }

    private void prose(String line) {
        if (line.startsWith("# ") && name.isEmpty()) {
            int colon = line.indexOf(':');
            name = (colon < 0 ? line.substring(2) : line.substring(2, colon)).strip();
            title = colon < 0 ? name : line.substring(colon + 1).strip();
        } else if (line.startsWith("Scenario:") && scenario.isEmpty()) {
            scenario = line.substring("Scenario:".length()).strip();
        } else if (line.equals("## Hint")) {
            inHint = true;
            hints.add("");
        } else if (inHint) {
            int last = hints.size() - 1;
            hints.set(last, (hints.get(last) + "\n" + line).strip());
        } else {
            question.append(line).append('\n');
        }
    }

    private void block(String info, List<String> body) {
        String text = String.join("\n", body) + "\n";
        if (info.equals("sh probe")) {
            probe = Optional.of(text);
        } else if (info.startsWith("sh check ")) {
            checks.add(new Check(info.substring("sh check ".length()).strip(), text));
        } else if (info.equals("right")) {
            right.add(text);
        } else if (info.equals("wrong")) {
            wrong.add(text);
        } else {
            prose(FENCE + info);
            body.forEach(this::prose);
            prose(FENCE);
        }
    }

    private Exercise exercise() {
        require(!name.isEmpty(), "has no heading \"# name: title\"");
        require(!scenario.isEmpty(), "has no line \"Scenario: NAME\"");
        require(!question.toString().isBlank(), "asks nothing");
        require(!hints.isEmpty(), "has no hint");
        require(probe.isPresent() != !checks.isEmpty(), "needs either a \"sh probe\" or \"sh check\" blocks");
        require(probe.isPresent() || !right.isEmpty(), "has no \"right\" block");
        require(wrong.size() >= 2, "needs two \"wrong\" blocks");
        return new Exercise(
                name,
                title,
                scenario,
                question.toString().strip(),
                List.copyOf(hints),
                probe,
                List.copyOf(checks),
                List.copyOf(right),
                List.copyOf(wrong));
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ExerciseException(file, otherwise);
        }
    }
}
