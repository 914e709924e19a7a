package org.vethlab.cli;

import java.nio.file.Path;

/** Where the program lies; the launcher says so. */
final class Home {
    private Home() {}

    static Path folder() {
        return Path.of(System.getProperty("vethlab.home", ".")).toAbsolutePath().normalize();
    }

    /** The course that comes with it. */
    static Path notebooks() {
        return folder().resolve("notebooks");
    }
}
