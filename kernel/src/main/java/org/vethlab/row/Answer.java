package org.vethlab.row;

import java.util.List;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;

/** Keeps what a command prints instead of showing it. */
public final class Answer implements Lab.Sink {
    private final StringBuilder output = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();

    @Override
    public void out(String text) {
        output.append(text);
    }

    @Override
    public void err(String text) {
        errors.append(text);
    }

    @Override
    public boolean isCurious() {
        return true;
    }

    /** What was printed on the standard output. */
    public String output() {
        return output.toString();
    }

    /** What was printed on the standard error. */
    public String errors() {
        return errors.toString();
    }

    /**
     * What a command that only looks prints: without a trace in the lab, if it can be had so.
     *
     * @throws LabException with its complaint if it fails
     */
    public static String of(Lab lab, Place place, String command) {
        return lab.glimpse(place, List.of(command.split(" ")))
                .filter(answer -> !answer.isBlank())
                .orElseGet(() -> byRunning(lab, place, command));
    }

    private static String byRunning(Lab lab, Place place, String command) {
        Answer answer = new Answer();
        int status = lab.run(place, command, List.of(), answer);
        if (status != 0) {
            String complaint = answer.errors().strip();
            throw new LabException(
                    command + " ended with status " + status + (complaint.isEmpty() ? "" : ": " + complaint));
        }
        return answer.output();
    }
}
