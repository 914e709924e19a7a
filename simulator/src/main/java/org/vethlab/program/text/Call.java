package org.vethlab.program.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Files;
import org.vethlab.process.Input;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.time.VirtualClock;

/** One run of a text tool: its options and operands, its streams, and the status that it will end with. */
final class Call {
    /** What a tool does with each of its files. */
    interface Body {
        void accept(String name, Input in);
    }

    private final Context context;
    private final String program;
    private final Options options;
    private int status;

    Call(Context context, String program, Options options) {
        this.context = context;
        this.program = program;
        this.options = options;
    }

    Context context() {
        return context;
    }

    Files files() {
        return context.files();
    }

    Options options() {
        return options;
    }

    boolean has(String option) {
        return options.has(option);
    }

    Optional<String> value(String option) {
        return options.value(option);
    }

    List<String> operands() {
        return options.operands();
    }

    /** The operands, or standard input where there are none. */
    List<String> inputs() {
        return operands().isEmpty() ? List.of("-") : operands();
    }

    void print(String text) {
        write(EscapedUtf8.encode(text));
    }

    void println(String text) {
        print(text + "\n");
    }

    void write(byte[] bytes) {
        context.out().write(bytes, 0, bytes.length);
    }

    /** Complains and goes on; the run will end with status 1. */
    void warn(String text) {
        warn(1, text);
    }

    void warn(int endStatus, String text) {
        context.err().print(program + ": " + text + "\n");
        status = Math.max(status, endStatus);
    }

    /** The run will end with this status at least, though nothing is said. */
    void noteStatus(int endStatus) {
        status = Math.max(status, endStatus);
    }

    int status() {
        return status;
    }

    /** A complaint that ends the run, to be thrown. */
    CommandException failure(String text) {
        return failure(1, text);
    }

    CommandException failure(int endStatus, String text) {
        return new CommandException(endStatus, program + ": " + text);
    }

    /** A complaint about how the program was called, to be thrown. */
    CommandException misuse(String text) {
        return misuse(1, text);
    }

    CommandException misuse(int endStatus, String text) {
        return failure(endStatus, text + "\nTry '" + program + " --help' for more information.");
    }

    /** Opens a file, or standard input for {@code -}. @throws NetException as open(2) and the first read(2) would say */
    Input open(String file) {
        if (file.equals("-")) {
            return context.in();
        }
        if (files().isDirectory(file)) {
            throw new NetException(Errno.EISDIR);
        }
        return files().open(file);
    }

    /** Goes through the input files; one that cannot be read is named on standard error, and the next one follows. */
    int eachInput(Body body) {
        for (String file : inputs()) {
            withInput(file, body);
        }
        return status;
    }

    void withInput(String file, Body body) {
        Input in;
        try {
            in = open(file);
        } catch (NetException e) {
            warn(file + ": " + e.errno().text());
            return;
        }
        body.accept(file, in);
        close(file, in);
    }

    /** The date of a moment of the machine's clock. */
    Instant date(long nanos) {
        VirtualClock clock = context.clock();
        return Instant.ofEpochSecond(0, clock.date() - clock.now() + nanos);
    }

    /** Whether an input is a regular file, whose size fstat(2) knows before it is read. */
    boolean isRegular(String file) {
        return !file.equals("-")
                || context.process()
                        .descriptors()
                        .get(0)
                        .filter(open ->
                                open.name().startsWith("/") && !open.name().startsWith("/dev/"))
                        .isPresent();
    }

    void close(String file, Input in) {
        if (!file.equals("-")) {
            in.close();
        }
    }

    /** ‘text’, as GNU's tools quote in a UTF-8 locale. */
    static String quote(String text) {
        return "‘" + text + "’";
    }
}
