package org.vethlab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A script to be run: its name as given, its text, and the folder that it lies in, if it is a file. */
record Script(String name, String text, Optional<ScriptFolder> folder) {
    /** A script that cannot be run: bash's words, and its exit status. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Unusable(int status, String name, String why) {
            super("bash: " + name + ": " + why, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    static Script file(String name) throws Unusable {
        Path path = path(name);
        if (!Files.exists(path)) {
            throw new Unusable(127, name, "No such file or directory");
        }
        if (Files.isDirectory(path)) {
            throw new Unusable(126, name, "Is a directory");
        }
        try {
            byte[] bytes = Files.readAllBytes(path);
            return new Script(name, text(name, bytes), Optional.of(ScriptFolder.of(path)));
        } catch (AccessDeniedException e) {
            throw new Unusable(126, name, "Permission denied");
        } catch (IOException e) {
            throw new Unusable(126, name, "Input/output error");
        }
    }

    private static Path path(String name) throws Unusable {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new Unusable(127, name, "No such file or directory");
        }
    }

    static Script standardInput() throws Unusable {
        try {
            return new Script("bash", text("standard input", System.in.readAllBytes()), Optional.empty());
        } catch (IOException e) {
            throw new Unusable(126, "standard input", "Input/output error");
        }
    }

    private static String text(String name, byte[] bytes) throws Unusable {
        if (isBinary(bytes)) {
            throw new Unusable(126, name, "cannot execute binary file");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A zero byte in the first line, or the first 80 bytes of it (bash's check_binary_file). */
    private static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(80, bytes.length); i++) {
            if (bytes[i] == '\n') {
                return false;
            }
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
