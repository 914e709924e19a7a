package org.vethlab.program.awk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;
import org.vethlab.process.Output;
import org.vethlab.process.Pipe;
import org.vethlab.process.Process;
import org.vethlab.program.Context;

/** The files and commands that a program prints to and reads from: each is opened once, until {@code close}. */
final class Streams {
    private final Context context;
    private final Map<String, Writer> writers = new LinkedHashMap<>();
    private final Map<String, Reader> readers = new LinkedHashMap<>();

    private record Writer(Output output, Optional<Process> child) {}

    private record Reader(Records records, Optional<Process> child, int descriptor) {}

    Streams(Context context) {
        this.context = context;
    }

    /** @param sign {@code >}, {@code >>} or {@code |} */
    Output output(String sign, String name) {
        Writer known = writers.get(name);
        if (known != null) {
            return known.output();
        }
        Writer writer = sign.equals("|") ? command(name) : new Writer(file(name, sign.equals(">>")), Optional.empty());
        writers.put(name, writer);
        return writer.output();
    }

    private Output file(String name, boolean append) {
        try {
            return switch (name) {
                case "/dev/stdout", "-" -> context.out();
                case "/dev/stderr" -> context.err();
                default -> context.files().create(name, append);
            };
        } catch (NetException e) {
            throw new AwkException(
                    "cannot open \"" + name + "\" for output (" + e.errno().text() + ")");
        }
    }

    private Writer command(String text) {
        Process self = context.process();
        Pipe pipe = self.machine().pipe();
        int descriptor = self.descriptors().free(10);
        self.descriptors().put(descriptor, pipe.writer());
        Process child = self.fork(mine -> {
            mine.descriptors().close(descriptor);
            return new Context(mine, List.of("sh")).execute(List.of("sh", "-c", text));
        });
        child.descriptors().put(0, pipe.reader());
        return new Writer(new Closing(pipe.writer().output(), self, descriptor), Optional.of(child));
    }

    /** The end of a pipe that a descriptor holds open. */
    private record Closing(Output pipe, Process process, int descriptor) implements Output {
        @Override
        public void write(byte[] buffer, int offset, int length) {
            pipe.write(buffer, offset, length);
        }

        @Override
        public void close() {
            process.descriptors().close(descriptor);
        }
    }

    /** The file of {@code getline < name}; empty if it cannot be opened. */
    Optional<Records> input(String name) {
        Reader known = readers.get(name);
        if (known != null) {
            return Optional.of(known.records());
        }
        try {
            Input input = name.equals("-") || name.equals("/dev/stdin")
                    ? context.in()
                    : context.files().open(name);
            readers.put(name, new Reader(new Records(input), Optional.empty(), -1));
            return input(name);
        } catch (NetException e) {
            return Optional.empty();
        }
    }

    /** The output of {@code command | getline}. */
    Records output(String command) {
        Reader known = readers.get(command);
        if (known != null) {
            return known.records();
        }
        Process self = context.process();
        Pipe pipe = self.machine().pipe();

        Process child = self.fork(mine -> new Context(mine, List.of("sh")).execute(List.of("sh", "-c", command)));
        child.descriptors().put(1, pipe.writer());
        int descriptor = self.descriptors().free(10);
        self.descriptors().put(descriptor, pipe.reader());
        readers.put(command, new Reader(new Records(pipe.reader().input()), Optional.of(child), descriptor));
        return output(command);
    }

    /** Runs a command and waits for it. @return its status */
    int system(String command) {
        Process self = context.process();
        Process child = self.fork(mine -> new Context(mine, List.of("sh")).execute(List.of("sh", "-c", command)));
        return self.waitFor(child).status();
    }

    /** @return what the command ended with; 0 for a file, -1 for what is not open */
    int close(String name) {
        Writer writer = writers.remove(name);
        Reader reader = readers.remove(name);
        if (writer == null && reader == null) {
            return -1;
        }
        int status = 0;
        if (writer != null) {
            writer.output().close();
            status = writer.child()
                    .map(child -> context.process().waitFor(child).status())
                    .orElse(0);
        }
        if (reader != null) {
            status = close(reader);
        }
        return status;
    }

    private int close(Reader reader) {
        if (reader.descriptor() >= 0) {
            context.process().descriptors().close(reader.descriptor());
        }
        return reader.child()
                .map(child -> context.process().waitFor(child).status())
                .orElse(0);
    }

    void closeAll() {
        List.copyOf(writers.keySet()).forEach(this::close);
        List.copyOf(readers.keySet()).forEach(this::close);
    }
}
