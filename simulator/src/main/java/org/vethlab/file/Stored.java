package org.vethlab.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Files that are too long to stand in the code. */
final class Stored {
    private Stored() {}

    static byte[] read(String name) {
        try (InputStream in = Objects.requireNonNull(Stored.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
