package org.vethlab.lesson;

import java.util.List;

/**
 * What a check found, for the student.
 *
 * @param lines one for each thing that was checked, in plain words; none gives the answer away
 */
public record Verdict(boolean passed, List<String> lines) {
    /** The lines as text, each with a newline. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
