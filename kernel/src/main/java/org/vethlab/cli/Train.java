package org.vethlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vethlab.jupyter.Rehearsal;

/** {@code vethlab train}: does what sessions do, for the launcher, which archives the classes that this loads. */
final class Train implements Verb {
    @Override
    public String name() {
        return "train";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "do what sessions do, so that the next ones start sooner; the launcher calls it";
    }

    @Override
    public int run(List<String> arguments) {
        Path scenario = Home.notebooks().resolve("scenarios/two-segments.sh");
        new Run().run(List.of(scenario.toString()));
        try {
            Rehearsal.run(Train::runKernel);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void runKernel(String connection) {
        try {
            Path file = Files.createTempFile("vethlab", ".json");
            try {
                Files.writeString(file, connection);
                new Kernel().run(List.of(file.toString()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
