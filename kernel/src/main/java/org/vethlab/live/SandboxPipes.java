package org.vethlab.live;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;

/**
 * The named pipes by which a live lab's shell answers: output, errors and exit statuses. A NUL byte on output and
 * errors marks the end of a cell, so that nothing it printed is missed.
 */
final class SandboxPipes implements Closeable {
    private final BufferedReader status;
    private final StreamPump out;
    private final StreamPump err;

    private SandboxPipes(BufferedReader status, StreamPump out, StreamPump err) {
        this.status = status;
        this.out = out;
        this.err = err;
    }

    static void make(Path folder) throws IOException {
        for (String name : new String[] {"status", "out", "err"}) {
            Process mkfifo = new ProcessBuilder(
                            "mkfifo", "-m", "600", folder.resolve(name).toString())
                    .start();
            try {
                if (mkfifo.waitFor() != 0) {
                    throw new IOException("mkfifo failed");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    /** Opens the pipes in the order in which the shell does: opening one waits for the other side. */
    static SandboxPipes open(Path folder, Process sandbox) throws IOException {
        Thread watch = new Thread(() -> unblockIfDead(folder, sandbox), "live lab start");
        watch.setDaemon(true);
        watch.start();
        InputStream status = Files.newInputStream(folder.resolve("status"));
        StreamPump out = new StreamPump(Files.newInputStream(folder.resolve("out")), "live lab output");
        StreamPump err = new StreamPump(Files.newInputStream(folder.resolve("err")), "live lab errors");
        watch.interrupt();
        if (!sandbox.isAlive()) {
            throw new IOException("its shell ended at once");
        }
        BufferedReader lines = new BufferedReader(new java.io.InputStreamReader(status, StandardCharsets.UTF_8));
        SandboxPipes pipes = new SandboxPipes(lines, out, err);
        pipes.awaitEnd();
        return pipes;
    }

    /** A shell that dies before it opens its pipes would leave us waiting: opens their other ends in its place. */
    private static void unblockIfDead(Path folder, Process sandbox) {
        try {
            sandbox.waitFor();
            for (String name : new String[] {"status", "out", "err"}) {
                new java.io.RandomAccessFile(folder.resolve(name).toFile(), "rw").close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Says where the next cell prints, before it is started. */
    void connect(Lab.Sink sink) {
        out.to(sink::out);
        err.to(sink::err);
    }

    /** Waits for the end of a cell. @return the exit status */
    int awaitEnd() throws IOException {
        String answer = status.readLine();
        if (answer == null) {
            throw new LabException("the live lab's shell has ended; %reset starts a new one");
        }
        out.awaitEnd();
        err.awaitEnd();
        return Integer.parseInt(answer.trim());
    }

    @Override
    public void close() throws IOException {
        status.close();
        out.close();
        err.close();
    }

    /** Carries what comes out of a pipe to the cell that runs, or to the last one (its background jobs). */
    private static final class StreamPump implements Closeable {
        private final InputStream in;
        private final Semaphore ends = new Semaphore(0);
        private volatile Consumer<String> target = text -> {};

        StreamPump(InputStream in, String name) {
            this.in = in;
            Thread thread = new Thread(this::pump, name);
            thread.setDaemon(true);
            thread.start();
        }

        void to(Consumer<String> newTarget) {
            target = newTarget;
        }

        void awaitEnd() {
            ends.acquireUninterruptibly();
        }

        private void pump() {
            java.nio.CharBuffer chars = java.nio.CharBuffer.allocate(8192);
            try (java.io.Reader reader = new java.io.InputStreamReader(in, StandardCharsets.UTF_8)) {
                while (reader.read(chars) >= 0) {
                    chars.flip();
                    deliver(chars.toString());
                    chars.clear();
                }
            } catch (IOException e) {
                // The lab was closed.
            } finally {
                ends.release(Integer.MAX_VALUE / 2);
            }
        }

        private void deliver(String text) {
            int start = 0;
            for (int end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', start)) {
                if (end > start) {
                    target.accept(text.substring(start, end));
                }
                ends.release();
                start = end + 1;
            }
            if (start < text.length()) {
                target.accept(text.substring(start));
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
