package org.vethlab.program;

/** A Linux program: one file each, one row each in {@link Programs}. */
public interface Program {
    /** The name by which a shell finds it. */
    String name();

    /** Where it is installed, for {@code type} and {@code which}. */
    default String path() {
        return "/usr/bin/" + name();
    }

    /** One line on what it does (the NAME section of its manual page), for completion and the list of programs. */
    String summary();

    /** Runs to its end. @return the exit status, 0 to 255 */
    int run(Context context);
}
