package org.vethlab.jupyter;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** Puts {@code System.out} and its kin into the output of the cell whose thread, or thread's thread, uses them. */
final class StandardStreams implements AutoCloseable {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final InputStream in = System.in;

    StandardStreams(InputStream questions) {
        System.setIn(questions);
        System.setOut(new PrintStream(new ToCell(out, Cell::out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new ToCell(err, Cell::err), true, StandardCharsets.UTF_8));
    }

    /** Gives the process its own streams back. */
    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        System.setIn(in);
    }

    /** What no cell wrote goes where it went before: to the server's log. */
    private static final class ToCell extends OutputStream {
        private final OutputStream otherwise;
        private final BiConsumer<Cell, String> stream;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);

        /** The beginning of a character whose end has not been written yet. */
        private byte[] rest = new byte[0];

        ToCell(OutputStream otherwise, BiConsumer<Cell, String> stream) {
            this.otherwise = otherwise;
            this.stream = stream;
        }

        @Override
        public void write(int b) throws java.io.IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws java.io.IOException {
            java.util.Optional<Cell> cell = Cell.current();
            if (cell.isEmpty()) {
                otherwise.write(bytes, offset, length);
                return;
            }
            String text = decode(bytes, offset, length);
            if (!text.isEmpty()) {
                stream.accept(cell.get(), text);
            }
        }

        private synchronized String decode(byte[] bytes, int offset, int length) {
            ByteBuffer input = ByteBuffer.allocate(rest.length + length);
            input.put(rest).put(bytes, offset, length).flip();
            CharBuffer output = CharBuffer.allocate(input.remaining() + 1);
            decoder.reset().decode(input, output, false);
            rest = new byte[input.remaining()];
            input.get(rest);
            return output.flip().toString();
        }
    }
}
