package org.vethlab.process;

import java.nio.charset.StandardCharsets;

/** Where a program writes: a file, a pipe, a terminal. Writing to a pipe that nobody reads raises SIGPIPE. */
public interface Output {
    void write(byte[] buffer, int offset, int length);

    default void close() {}

    /** Whether it is a terminal (isatty(3)). */
    default boolean isTerminal() {
        return false;
    }

    default void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    default void println(String text) {
        print(text + "\n");
    }
}
