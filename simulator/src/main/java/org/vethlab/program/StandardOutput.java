package org.vethlab.program;

import org.vethlab.process.Output;

/**
 * Standard output as the C library keeps it: a line at a time on a terminal, otherwise until there is much of it or the
 * program flushes. Surprising: the header of a {@code ping} that runs into a file is not there before the first reply,
 * and what was not flushed is lost when a signal ends the program.
 */
public final class StandardOutput {
    private static final int BUFFER = 4096;

    private final Output out;
    private final StringBuilder kept = new StringBuilder();

    public StandardOutput(Output out) {
        this.out = out;
    }

    public void print(String text) {
        kept.append(text);
        if (out.isTerminal() ? text.indexOf('\n') >= 0 : kept.length() >= BUFFER) {
            flush();
        }
    }

    public void println(String text) {
        print(text + "\n");
    }

    /** fflush(3). */
    public void flush() {
        if (kept.length() > 0) {
            String text = kept.toString();
            kept.setLength(0);
            out.print(text);
        }
    }
}
