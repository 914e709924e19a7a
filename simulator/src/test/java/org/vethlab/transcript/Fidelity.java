package org.vethlab.transcript;

import java.util.Map;
import java.util.TreeMap;

/** How much of the transcripts is answered as Linux did: per family, and per program. */
final class Fidelity {
    /** Programs with fewer commands are put together. */
    private static final int FEW = 5;

    private final Map<String, Score> families = new TreeMap<>();
    private final Map<String, Score> programs = new TreeMap<>();

    void add(String family, Command command, boolean same) {
        Score one = new Score(same ? 1 : 0, 1);
        families.merge(family, one, Score::plus);
        programs.merge(command.program(), one, Score::plus);
    }

    Map<String, Score> families() {
        return families;
    }

    Score total() {
        return families.values().stream().reduce(Score.NONE, Score::plus);
    }

    /** The page of the documentation. */
    String page() {
        StringBuilder page = new StringBuilder();
        page.append("# How much is as on Linux\n\n");
        page.append(
                "Every release runs scripts whose answers were recorded on real Linux (Debian 12's programs), and\n");
        page.append(
                "counts the commands that answer the same: output and exit status, times and random numbers apart.\n");
        page.append("This page is written by `TranscriptTest` with `-Dgolden.update=true`, and checked by it.\n\n");
        page.append("All in all ")
                .append(total())
                .append(" commands, ")
                .append(total().share())
                .append(".\n\n");
        table(page, "family of scripts", families);
        page.append('\n');
        table(page, "program", frequentPrograms());
        return page.toString();
    }

    private Map<String, Score> frequentPrograms() {
        Map<String, Score> frequent = new TreeMap<>();
        programs.forEach((name, score) -> frequent.merge(score.of() < FEW ? "others" : name, score, Score::plus));
        return frequent;
    }

    private static void table(StringBuilder page, String head, Map<String, Score> rows) {
        page.append("| ").append(head).append(" | commands | the same | share |\n|---|--:|--:|--:|\n");
        rows.forEach((name, score) -> page.append("| ")
                .append(name)
                .append(" | ")
                .append(score.of())
                .append(" | ")
                .append(score.same())
                .append(" | ")
                .append(score.share())
                .append(" |\n"));
    }
}
