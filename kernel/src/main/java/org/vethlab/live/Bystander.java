package org.vethlab.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands that only look, beside the sandbox's shell and not in it: that may be busy with a cell. What was seen
 * within the last seconds is not asked again, as a real process costs its milliseconds and who types asks often.
 */
final class Bystander {
    private static final long PATIENCE_MILLIS = 500;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Process sandbox;
    private final Map<List<String>, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(String text, long time) {}

    Bystander(Process sandbox) {
        this.sandbox = sandbox;
    }

    /** A cell begins: what was seen may change. */
    void forget() {
        answers.clear();
    }

    /** What a command prints in the sandbox's namespaces; empty if it cannot be run, or takes too long. */
    Optional<String> ask(List<String> words) {
        Answer known = answers.get(words);
        long now = System.nanoTime();
        if (known != null && now - known.time() < FRESH_NANOS) {
            return Optional.of(known.text());
        }
        Optional<String> text = shell().flatMap(shell -> run(shell, words));
        text.ifPresent(found -> answers.put(words, new Answer(found, now)));
        return text;
    }

    private Optional<ProcessHandle> shell() {
        return sandbox.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/bash"))
                .findFirst();
    }

    private static Optional<String> run(ProcessHandle shell, List<String> words) {
        List<String> command = new ArrayList<>(
                List.of("nsenter", "-t", Long.toString(shell.pid()), "-m", "-u", "-n", "-i", "-p", "--"));
        command.addAll(words);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(text);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
