package org.vethlab.row;

import java.util.List;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;

/** Keeps what a command prints instead of showing it. */
public final class Answer implements Lab.Sink {
    private final StringBuilder output = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();
    private final boolean curious;

    /** Of a command that a person asked for. */
    public Answer() {
        this(false);
    }

    private Answer(boolean curious) {
        this.curious = curious;
    }

    /** Of a command that only looks: it is no step of the lab's. */
    public static Answer curious() {
        return new Answer(true);
    }

    @Override
    public boolean isCurious() {
        return curious;
    }

    @Override
    public void out(String text) {
        output.append(text);
    }

    @Override
    public void err(String text) {
        errors.append(text);
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
                .filter(text -> !text.isBlank())
                .orElseGet(() -> curious().to(lab, place, command));
    }

    private String to(Lab lab, Place place, String command) {
        int status = lab.run(place, command, List.of(), this);
        if (status != 0) {
            String complaint = errors().strip();
            String title = command.strip().lines().findFirst().orElse("") + " ended with status " + status;
            throw new LabException(complaint.isEmpty() ? title : title + ": " + complaint);
        }
        return output();
    }
}
