package org.vethlab.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.vethlab.transcript.Command;
import org.vethlab.transcript.CommandScript;
import org.vethlab.transcript.Simulation;

/** Feeds junk to the simulator: no failure of its own may show, every script must end, and memory must not grow. */
public final class JunkRun {
    private static final long SEED = 1;
    private static final int BUDGET_MILLIS = 1000;
    private static final int INTERRUPTS = 60;
    private static final int WIDTH = 160;
    private static final long MEGABYTE = 1 << 20;

    /** What only a failure of the simulator itself prints. */
    private static final Pattern FAILURE = Pattern.compile(
            "vethlab: internal error|\\bat org\\.vethlab\\.|java\\.(lang|util|io)\\.[A-Z]|StackOverflow");

    private final Junk junk;
    private final Consumer<String> out;
    private final List<String> failures = new ArrayList<>();
    private int interrupted;

    /** @param cases a folder with transcripts, to be damaged as well; it need not be there */
    public JunkRun(Path cases, Consumer<String> out) {
        this.junk = new Junk(commands(cases));
        this.out = out;
    }

    private static List<String> commands(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> commands = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".case"))
                    .sorted()
                    .toList()) {
                CommandScript.parse(Files.readAllLines(file)).commands().stream()
                        .map(Command::text)
                        .forEach(commands::add);
            }
        } catch (IOException e) {
            throw new FuzzException("cannot read " + folder + ": " + e.getMessage());
        }
        return commands;
    }

    /** Runs them one after the other. @return what went wrong, a line or more each */
    public List<String> run(long seed, int scripts) {
        for (int i = 0; i < scripts; i++) {
            one(seed + i);
            if ((i + 1) % 500 == 0) {
                out.accept("%d scripts: %d failures, %d interrupted, %d MB of heap in use, %d threads%n"
                        .formatted(i + 1, failures.size(), interrupted, usedMemory() / MEGABYTE, Thread.activeCount()));
            }
        }
        return failures;
    }

    /** Bytes of the heap that are in use after a collection. */
    public static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void one(long seed) {
        CommandScript script = junk.script(seed);
        Simulation simulation = new Simulation(script, SEED);
        FutureTask<String> run = new FutureTask<>(simulation::run);
        Thread thread = new Thread(run, "junk " + seed);
        thread.setDaemon(true);
        thread.start();
        String why = outcome(run, simulation);
        if (!why.isEmpty()) {
            failures.add("seed " + seed + ": " + why);
            out.accept("== seed " + seed + ": " + why + "\n" + shortened(script));
        }
    }

    /** @return what went wrong; empty if nothing did */
    private String outcome(FutureTask<String> run, Simulation simulation) {
        for (int i = 0; i < INTERRUPTS; i++) {
            try {
                String printed = run.get(BUDGET_MILLIS, TimeUnit.MILLISECONDS);
                return FAILURE.matcher(printed)
                        .results()
                        .findFirst()
                        .map(found -> line(printed, found.start()))
                        .orElse("");
            } catch (TimeoutException e) {
                interrupted += i == 0 ? 1 : 0;
                simulation.interrupt();
            } catch (ExecutionException e) {
                return "failed: " + e.getCause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "interrupted";
            }
        }
        return "does not end, though it was interrupted " + INTERRUPTS + " times";
    }

    /** The commands, of each no more than fits into a line. */
    private static String shortened(CommandScript script) {
        StringBuilder text = new StringBuilder();
        for (Command command : script.commands()) {
            String line = command.line();
            text.append("    ")
                    .append(line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line)
                    .append('\n');
        }
        return text.toString();
    }

    private static String line(String text, int at) {
        int end = text.indexOf('\n', at);
        return text.substring(at, end < 0 ? text.length() : end);
    }
}
