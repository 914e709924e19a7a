package org.vethlab.jupyter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** {@code System.in} of a kernel: reading asks the client that runs the cell for a line. An interrupt ends the wait. */
final class Questions extends InputStream {
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private byte[] line = new byte[0];
    private int position;

    /** An {@code input_reply} came. */
    void answered(Message reply) {
        answers.add(Json.string(reply.content(), "value"));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == line.length) {
            line = (ask() + "\n").getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, buffer, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return line.length - position;
    }

    private String ask() throws IOException {
        Optional<Cell> cell = Cell.current();
        if (cell.isEmpty() || !cell.get().canAsk()) {
            throw new IOException("this front end cannot be asked for input");
        }
        answers.clear();
        cell.get().ask("", false);
        try {
            return answers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for input");
        }
    }
}
