package org.vethlab.program.text;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;

/** The lines of sed's files, one behind the other, with a look ahead that tells which is the last. */
final class SedInput {
    private final Call call;
    private final boolean separate;
    private final ArrayDeque<String> files;
    private final char delimiter;
    private Optional<LineReader> reader = Optional.empty();
    private Optional<String> ahead = Optional.empty();
    private boolean aheadTerminated;
    private Runnable closing = () -> {};
    private String file = "-";
    private boolean terminated = true;
    private long number;

    /** What is to happen when a file begins and ends. */
    interface FileListener {
        void begins(String file);

        void ended();
    }

    private final FileListener listener;

    /** @param separate every file has a last line of its own (-s, -i) */
    SedInput(Call call, List<String> files, boolean separate, char delimiter, FileListener listener) {
        this.call = call;
        this.separate = separate;
        this.files = new ArrayDeque<>(files);
        this.delimiter = delimiter;
        this.listener = listener;
    }

    /** The next line; empty at the end of all. */
    Optional<String> next() {
        if (!fill(true)) {
            return Optional.empty();
        }
        Optional<String> line = ahead;
        terminated = aheadTerminated;
        number++;
        ahead = Optional.empty();
        reader.ifPresent(this::look);
        return line;
    }

    long number() {
        return number;
    }

    /** Whether the line that {@link #next} gave had its newline. */
    boolean terminated() {
        return terminated;
    }

    String file() {
        return file;
    }

    boolean isLast() {
        if (ahead.isPresent()) {
            return false;
        }
        return separate || !fill(false);
    }

    /** Whether no line is left at all. */
    boolean isExhausted() {
        return ahead.isEmpty() && (separate ? files.isEmpty() : !fill(false));
    }

    /** Ends the file that is open: nothing more is read. */
    void close() {
        closing.run();
        closing = () -> {};
    }

    private boolean fill(boolean mayEndFile) {
        while (ahead.isEmpty()) {
            if (reader.isPresent() && (mayEndFile || !separate)) {
                close();
                reader = Optional.empty();
            }
            if (files.isEmpty() || separate && !mayEndFile) {
                return false;
            }
            open(files.remove());
        }
        return true;
    }

    private void open(String name) {
        try {
            Input in = call.open(name);
            listener.begins(name);
            file = name;
            number = separate ? 0 : number;
            closing = () -> {
                call.close(name, in);
                listener.ended();
            };
            LineReader opened = new LineReader(in, delimiter);
            reader = Optional.of(opened);
            look(opened);
        } catch (NetException e) {
            complain(name, e);
        }
    }

    private void complain(String name, NetException e) {
        boolean directory = !name.equals("-") && call.files().isDirectory(name);
        if (directory && call.has("i")) {
            call.warn(4, "couldn't edit " + name + ": not a regular file");
        } else if (directory) {
            throw call.failure(4, "read error on " + name + ": " + e.errno().text());
        } else {
            call.warn(2, "can't read " + name + ": " + e.errno().text());
        }
    }

    private void look(LineReader from) {
        ahead = from.next();
        aheadTerminated = from.terminated();
    }
}
