package org.vethlab.process;

import java.util.List;
import java.util.Optional;

/** What exec(2) can start: a program of the table. */
public interface Image {
    /** Where it is installed: {@code /usr/bin/ping}. */
    String path();

    /**
     * Runs to its end in {@code process}.
     *
     * @param words the command as typed, its name first
     * @return exit status
     */
    int run(Process process, List<String> words);

    /** The programs that are installed on a machine. */
    interface Table {
        Optional<Image> find(String name);

        /** All of them, sorted by name. */
        List<Image> all();
    }
}
