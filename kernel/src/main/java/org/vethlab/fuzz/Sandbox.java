package org.vethlab.fuzz;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A folder with a script to be run, and the process that runs it. */
final class Sandbox implements Closeable {
    private static final int PATIENCE_SECONDS = 150;

    private final Path folder;

    private Sandbox(Path folder) {
        this.folder = folder;
    }

    static Sandbox with(String script) throws IOException {
        Sandbox sandbox = new Sandbox(Files.createTempDirectory("vethlab-fuzz"));
        sandbox.write("case.sh", "exec 2>&1\n" + script);
        sandbox.write("sandbox.sh", resource("sandbox.sh"));
        return sandbox;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(file(name), text);
    }

    static String resource(String name) throws IOException {
        try (InputStream resource = Sandbox.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @return what it prints, both streams in one; empty if it takes too long */
    Optional<String> run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "HOME", "/root",
                        "TERM", "dumb",
                        "LC_ALL", "C.UTF-8"));
        Process process = builder.redirectErrorStream(true).start();
        CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Optional.of(printed.join());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.getOutputStream().close();
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Optional.empty();
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
