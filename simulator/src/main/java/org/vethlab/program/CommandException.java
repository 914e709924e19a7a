package org.vethlab.program;

/**
 * A command that cannot be carried out as typed: what the program prints on standard error, and its exit status. The
 * texts of the factories are those of iproute2's {@code lib/utils.c}.
 */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What {@code exit(-1)} makes of itself. */
    public static final int USAGE = 255;

    private final int status;

    /** @param message lines without the last newline; may be empty */
    public CommandException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** What is printed, without the last newline. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    public static CommandException incomplete() {
        return new CommandException(USAGE, "Command line is not complete. Try option \"help\"");
    }

    public static CommandException missing(String key) {
        return new CommandException(USAGE, "Error: argument \"" + key + "\" is required");
    }

    /** {@code invarg}. */
    public static CommandException wrong(String argument, String why) {
        return new CommandException(USAGE, "Error: argument \"" + argument + "\" is wrong: " + why);
    }

    /** {@code duparg}: a keyword was given twice. */
    public static CommandException duplicate(String key, String argument) {
        return new CommandException(
                USAGE, "Error: duplicate \"" + key + "\": \"" + argument + "\" is the second value.");
    }

    /** {@code duparg2}: a word without a keyword where one was given already. */
    public static CommandException duplicateOrGarbage(String key, String argument) {
        return new CommandException(
                USAGE, "Error: either \"" + key + "\" is duplicate, or \"" + argument + "\" is a garbage.");
    }

    /** {@code nodev}, whose callers end with 1. */
    public static CommandException noDevice(String name) {
        return new CommandException(1, "Cannot find device \"" + name + "\"");
    }

    /** For what Linux can do and Vethlab can't: one line, and status 2. */
    public static CommandException notSimulated(String what) {
        return new CommandException(2, "vethlab: " + what + " is not simulated");
    }
}
