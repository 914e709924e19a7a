package org.vethlab.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Runs many scripts against Linux, several at a time, and tells of each difference. */
public final class Fuzzer {
    /**
     * What to run.
     *
     * @param keep a folder that every script and Linux's answers to it are written into
     * @param shrinks whether a difference is cut down to a short script
     */
    public record Plan(
            Linux linux,
            List<Family> families,
            long seed,
            int scripts,
            int jobs,
            Optional<Path> keep,
            boolean shrinks) {}

    private final Plan plan;
    private final Consumer<String> out;
    private final ScriptGenerator generator;
    private final Tally tally = new Tally();
    private int slow;

    public Fuzzer(Plan plan, Consumer<String> out) {
        this.plan = plan;
        this.out = out;
        this.generator = new ScriptGenerator(plan.families());
    }

    /** Runs them all. @return the number of commands that differ */
    public int run() {
        ExecutorService pool = Executors.newFixedThreadPool(plan.jobs());
        try {
            List<Future<?>> runs = LongStream.range(plan.seed(), plan.seed() + plan.scripts())
                    .<Future<?>>mapToObj(seed -> pool.submit(() -> one(seed)))
                    .toList();
            for (Future<?> run : runs) {
                run.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        out.accept(summary());
        return tally.differing();
    }

    public int compared() {
        return tally.compared();
    }

    private String summary() {
        return tally.text() + (slow == 0 ? "" : slow + " scripts took too long on Linux\n");
    }

    private void one(long seed) {
        Optional<Comparison> found = Comparison.of(generator.script(seed), plan.linux());
        Optional<Comparison> shortest = found.filter(comparison -> plan.shrinks())
                .flatMap(comparison -> comparison.differences().stream()
                        .findFirst()
                        .map(first -> new Shrinker(plan.linux()).shrink(comparison, first)));
        synchronized (this) {
            found.ifPresentOrElse(tally::add, () -> slow++);
            found.ifPresent(comparison -> tell(seed, comparison));
            shortest.ifPresent(comparison -> tellShort(seed, comparison));
        }
    }

    private void tell(long seed, Comparison comparison) {
        for (Difference difference : comparison.differences()) {
            out.accept("== seed " + seed + " command " + difference.number() + "\n" + difference.text() + "\n");
        }
        keep("random-" + seed, "Random, seed " + seed + ".", comparison);
    }

    private void tellShort(long seed, Comparison comparison) {
        out.accept("== seed " + seed + ", the shortest that still shows it\n");
        comparison.script().commands().forEach(command -> out.accept(command.line() + "\n"));
        keep("short-" + seed, "Cut down from random, seed " + seed + ".", comparison);
    }

    private void keep(String name, String title, Comparison comparison) {
        if (plan.keep().isEmpty()) {
            return;
        }
        try {
            CaseFile.write(
                    plan.keep().get(), name, title, comparison, plan.linux().release());
        } catch (IOException e) {
            throw new FuzzException("cannot write into " + plan.keep().get() + ": " + e.getMessage());
        }
    }
}
