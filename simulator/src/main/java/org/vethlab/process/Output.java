package org.vethlab.process;

import java.nio.charset.StandardCharsets;
import org.vethlab.net.NetException;

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

    /** Prints a line if the other end is still there to hear of it. */
    default void tell(String line) {
        try {
            println(line);
        } catch (NetException gone) {
            return;
        }
    }

    default void println(String text) {
        print(text + "\n");
    }
}
