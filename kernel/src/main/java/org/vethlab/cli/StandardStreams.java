package org.vethlab.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.vethlab.lab.Lab;

/** Prints what a lab prints, at once and in UTF-8. */
final class StandardStreams implements Lab.Sink {
    /** What a shell reports of a program that a closed pipe has ended: 128 and SIGPIPE. */
    private static final int BROKEN_PIPE = 141;

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);

    @Override
    public void out(String text) {
        write(out, text);
    }

    @Override
    public void err(String text) {
        write(err, text);
    }

    private static void write(FileOutputStream stream, String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            Runtime.getRuntime().halt(BROKEN_PIPE);
        }
    }
}
