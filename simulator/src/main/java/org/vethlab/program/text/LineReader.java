package org.vethlab.program.text;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.vethlab.process.Input;

/** Reads lines, and knows whether the last one had its newline. */
final class LineReader {
    private final Input in;
    private final byte delimiter;
    private final byte[] buffer = new byte[8192];
    private int position;
    private int filled;
    private boolean terminated = true;

    LineReader(Input in) {
        this(in, '\n');
    }

    /** @param delimiter what ends a line: a newline, or 0 for {@code -z} */
    LineReader(Input in, int delimiter) {
        this.in = in;
        this.delimiter = (byte) delimiter;
    }

    /** The next line without its newline; empty at the end. */
    Optional<String> next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int end = position;
            while (end < filled && buffer[end] != delimiter) {
                end++;
            }
            line.write(buffer, position, end - position);
            terminated = end < filled;
            position = end + 1;
            if (terminated) {
                return Optional.of(EscapedUtf8.decode(line.toByteArray()));
            }
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(EscapedUtf8.decode(line.toByteArray()));
    }

    /** Whether the line that {@link #next} gave ended with a newline, and not with the file. */
    boolean terminated() {
        return terminated;
    }

    private boolean fill() {
        if (position < filled) {
            return true;
        }
        position = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        return filled > 0;
    }
}
