package org.vethlab.lab;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.vethlab.process.Output;

/** Hands what programs write to a sink, as text: a character whose bytes come in two writes is kept until it is whole. */
final class SinkOutput implements Output {
    private final Consumer<String> sink;
    private final boolean terminal;
    private byte[] rest = new byte[0];

    /** @param terminal whether somebody looks at it as at a terminal */
    SinkOutput(Consumer<String> sink, boolean terminal) {
        this.sink = sink;
        this.terminal = terminal;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        byte[] bytes = buffer;
        int start = offset;
        int end = offset + length;
        if (rest.length > 0) {
            bytes = Arrays.copyOf(rest, rest.length + length);
            System.arraycopy(buffer, offset, bytes, rest.length, length);
            start = 0;
            end = bytes.length;
        }
        int whole = wholeCharacters(bytes, start, end);
        rest = Arrays.copyOfRange(bytes, whole, end);
        if (whole > start) {
            sink.accept(new String(bytes, start, whole - start, StandardCharsets.UTF_8));
        }
    }

    /** Where an unfinished character at the end begins; {@code end} if there is none. */
    private static int wholeCharacters(byte[] bytes, int start, int end) {
        for (int back = 1; back <= 3 && end - back >= start; back++) {
            int first = bytes[end - back] & 0xff;
            if (first < 0x80) {
                return end;
            }
            if (first >= 0xc0) {
                int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
                return length > back ? end - back : end;
            }
        }
        return end;
    }

    @Override
    public boolean isTerminal() {
        return terminal;
    }
}
