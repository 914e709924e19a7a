package org.vethlab.cli;

import java.util.List;

/** What can be asked of the launcher: one file each, one row each in {@link Main}. */
interface Verb {
    /** The word behind {@code vethlab}. */
    String name();

    /** Its arguments, as the help shows them. */
    String usage();

    /** One line on what it does. */
    String summary();

    /** Does it. @return the exit status */
    int run(List<String> arguments);
}
