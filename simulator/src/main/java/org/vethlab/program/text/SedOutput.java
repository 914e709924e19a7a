package org.vethlab.program.text;

import java.util.HashMap;
import java.util.Map;
import org.vethlab.process.Output;

/** Where sed prints: standard output, the file being edited, the files of w. */
final class SedOutput {
    private final Call call;
    private final Map<String, Sink> files = new HashMap<>();
    private Sink current;

    /** An output that owes a newline: a last line without one gets it only if something follows. */
    private static final class Sink {
        private final Output output;
        private boolean owesNewline;

        Sink(Output output) {
            this.output = output;
        }

        void print(String text) {
            byte[] bytes = EscapedUtf8.encode(owesNewline ? "\n" + text : text);
            owesNewline = false;
            output.write(bytes, 0, bytes.length);
        }
    }

    SedOutput(Call call) {
        this.call = call;
        this.current = new Sink(call.context().out());
        files.put("/dev/stdout", current);
        files.put("/dev/stderr", new Sink(call.context().err()));
    }

    /** Truncates a file that a command is going to write, before anything is read. */
    void open(String file) {
        files.computeIfAbsent(file, name -> new Sink(call.files().create(name, false)));
    }

    void redirect(Output output) {
        current = new Sink(output);
    }

    void line(String text, boolean terminated, char delimiter) {
        line(current, text, terminated, delimiter);
    }

    void line(String file, String text, boolean terminated, char delimiter) {
        Sink sink = files.get(file);
        if (sink != null) {
            line(file.equals("/dev/stdout") ? current : sink, text, terminated, delimiter);
        }
    }

    private static void line(Sink sink, String text, boolean terminated, char delimiter) {
        sink.print(terminated ? text + delimiter : text);
        sink.owesNewline = !terminated;
    }

    void raw(String text) {
        if (!text.isEmpty()) {
            current.print(text);
        }
    }
}
