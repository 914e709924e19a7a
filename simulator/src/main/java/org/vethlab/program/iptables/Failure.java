package org.vethlab.program.iptables;

import org.vethlab.net.Errno;
import org.vethlab.program.CommandException;

/** The errors of iptables with their statuses (enum xtables_exittype). */
public final class Failure {
    private static final int OTHER = 1;
    private static final int PARAMETER = 2;
    private static final int VERSION = 3;
    private static final int RESOURCE = 4;

    private Failure() {}

    /**
     * A mistake in what was typed. The program's name and its hint are added by {@link #explained}.
     *
     * @param message may end in a newline, as some of iptables' own do
     */
    public static CommandException parameter(String message) {
        return new CommandException(PARAMETER, message);
    }

    /** A word that is no option's, which alone is told without the program's name. */
    public static CommandException badArgument(String word) {
        return new CommandException(PARAMETER, "Bad argument `" + word + "'");
    }

    /** What does not exist in this version. */
    public static CommandException version(String message) {
        return new CommandException(VERSION, message);
    }

    /** What nft_strerror has words for. */
    public static CommandException other(String message) {
        return new CommandException(OTHER, message);
    }

    /** What the kernel refuses. */
    public static CommandException kernel(String operation, Errno errno, String about) {
        return new CommandException(RESOURCE, " " + operation + " failed (" + errno.text() + "): " + about);
    }

    /** The text with what surrounds it on the screen. */
    public static CommandException explained(CommandException bare, String program) {
        String prefix = program + " v1.8.9 (nf_tables): ";
        return switch (bare.status()) {
            case PARAMETER -> bare.text().startsWith("vethlab: ") ? bare : usage(bare, program, prefix);
            case VERSION ->
                new CommandException(
                        VERSION,
                        prefix + bare.text() + "\nPerhaps " + program + " or your kernel needs to be upgraded.");
            case RESOURCE -> new CommandException(RESOURCE, prefix + bare.text());
            default -> bare;
        };
    }

    private static CommandException usage(CommandException bare, String program, String prefix) {
        String start = bare.text().startsWith("Bad argument") || bare.text().isEmpty() ? "" : prefix;
        String text = bare.text().isEmpty() ? "" : bare.text() + "\n";
        return new CommandException(
                PARAMETER, start + text + "Try `" + program + " -h' or '" + program + " --help' for more information.");
    }
}
