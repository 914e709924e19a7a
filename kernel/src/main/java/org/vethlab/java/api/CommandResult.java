package org.vethlab.java.api;

import java.util.List;
import org.vethlab.lab.LabException;

/**
 * How a command ended, and what it printed.
 *
 * @param place the namespace that it ran in, or {@code host}
 * @param script as it was given
 * @param status the exit status: 0 is success, 130 is interrupted
 * @param output what it printed on its standard output
 * @param errors what it printed on its standard error
 */
public record CommandResult(String place, String script, int status, String output, String errors) {
    /** Whether the exit status is 0. */
    public boolean isOk() {
        return status == 0;
    }

    /** The lines of the standard output. */
    public List<String> lines() {
        return output.lines().toList();
    }

    /**
     * Itself, if the command succeeded.
     *
     * @throws LabException with the command's own complaint if it did not
     */
    public CommandResult orThrow() {
        if (isOk()) {
            return this;
        }
        String command = script.strip().lines().findFirst().orElse("");
        String complaint = errors.strip();
        throw new LabException(
                place + ": " + command + (complaint.isEmpty() ? " ended with status " + status : ": " + complaint));
    }

    /** The standard output, without its last line feed. */
    @Override
    public String toString() {
        return output.stripTrailing();
    }
}
