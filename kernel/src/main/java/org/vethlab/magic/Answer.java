package org.vethlab.magic;

import java.util.List;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;

/** Keeps what a command prints instead of showing it. */
final class Answer implements Lab.Sink {
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

    /** What a command prints. @throws LabException with its complaint if it fails */
    static String of(Lab lab, Place place, String command) {
        Answer answer = new Answer();
        int status = lab.run(place, command, List.of(), answer);
        if (status != 0) {
            String complaint = answer.errors.toString().strip();
            throw new LabException(
                    command + " ended with status " + status + (complaint.isEmpty() ? "" : ": " + complaint));
        }
        return answer.output.toString();
    }
}
