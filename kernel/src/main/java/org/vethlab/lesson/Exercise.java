package org.vethlab.lesson;

import java.util.List;
import java.util.Optional;

/**
 * A question about a lab. Its right answers stand nowhere: a prediction is compared with what {@code probe} prints in a
 * fresh lab, a repair passes when every check's script succeeds in the student's own.
 *
 * @param name how a student calls it: {@code exp1-predict}
 * @param scenario what the lab is before the student touches it
 * @param question Markdown
 * @param probe a script whose output words are the right answer; present for a prediction, absent for a repair
 * @param checks of a repair, in the order in which they are run
 * @param right answers (of a prediction) or scripts (of a repair) that must pass
 * @param wrong answers or scripts that must not pass
 */
public record Exercise(
        String name,
        String title,
        String scenario,
        String question,
        List<String> hints,
        Optional<String> probe,
        List<Check> checks,
        List<String> right,
        List<String> wrong) {
    /** A script of a repair; exit status 0 says that {@code claim} holds. */
    public record Check(String claim, String script) {}

    public boolean isPrediction() {
        return probe.isPresent();
    }
}
