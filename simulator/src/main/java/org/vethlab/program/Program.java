package org.vethlab.program;

import java.util.List;

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

    /** The whole name of the object that a word names, where it may be cut short: {@code ip r} is {@code ip route}. */
    default String object(String word) {
        return word;
    }

    /** Runs to its end. @return the exit status, 0 to 255 */
    int run(Context context);

    /**
     * What Linux's program of that name can do and this one refuses in one line, in the words of that line. The page
     * on what is not simulated is made of these.
     */
    default List<String> notSimulated() {
        return List.of();
    }
}
