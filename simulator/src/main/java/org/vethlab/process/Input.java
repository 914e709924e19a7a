package org.vethlab.process;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a program reads: a file, a pipe, a terminal. Reading may block in virtual time. */
public interface Input {
    /** Reads up to {@code length} bytes; -1 at the end. */
    int read(byte[] buffer, int offset, int length);

    default void close() {}

    /** Whether reading would not block: there are bytes, or the end (poll(2)). */
    default boolean isReady() {
        return true;
    }

    /** Has {@code reader} woken whenever {@link #isReady} may have changed, until {@link #unwatch}. */
    default void watch(Process reader) {}

    default void unwatch(Process reader) {}

    /** One line without its newline; empty at the end. Reads no byte beyond it. */
    default Optional<String> readLine() {
        java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
        byte[] one = new byte[1];
        boolean any = false;
        while (read(one, 0, 1) > 0) {
            any = true;
            if (one[0] == '\n') {
                break;
            }
            line.write(one[0]);
        }
        return any ? Optional.of(line.toString(StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** All up to the end. */
    default byte[] readAll() {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = read(buffer, 0, buffer.length); n >= 0; n = read(buffer, 0, buffer.length)) {
            all.write(buffer, 0, n);
        }
        return all.toByteArray();
    }
}
