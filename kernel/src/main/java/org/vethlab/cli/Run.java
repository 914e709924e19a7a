package org.vethlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.vethlab.file.HostFolder;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.live.LiveLab;

/** {@code vethlab run}: a script in a fresh lab, with its exit status. */
final class Run implements Verb {
    @Override
    public String name() {
        return "run";
    }

    @Override
    public String usage() {
        return "[--backend live] [--seed N] FILE [ARGS…]";
    }

    @Override
    public String summary() {
        return "run a shell script in the simulator (- reads standard input)";
    }

    @Override
    public int run(List<String> arguments) {
        RunOptions options = RunOptions.parse(arguments);
        try {
            Script script = options.file().equals("-") ? Script.standardInput() : Script.file(options.file());
            return options.live() ? live(script, options) : simulated(script, options);
        } catch (Script.Unusable e) {
            System.err.println(e.getMessage());
            return e.status();
        }
    }

    private static int simulated(Script script, RunOptions options) {
        Optional<HostFolder> folder = script.folder().map(HostFolder.class::cast);
        SimulatedLab lab = new SimulatedLab(new SimulatedLab.Settings(options.seed(), folder));
        StandardStreams streams = new StandardStreams();
        return interruptible(lab, () -> lab.runScript(script.name(), script.text(), options.arguments(), streams));
    }

    private static int live(Script script, RunOptions options) {
        Path directory = Path.of(script.folder().map(ScriptFolder::path).orElse("/"));
        try (Lab lab = LiveLab.open(directory)) {
            StandardStreams streams = new StandardStreams();
            return interruptible(lab, () -> lab.run(Place.HOST, script.text(), options.arguments(), streams));
        }
    }

    private interface Body {
        int run();
    }

    /** Ctrl-C goes to the lab first: a ping then prints its statistics before all ends. */
    private static int interruptible(Lab lab, Body body) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            lab.interrupt();
            awaitQuietly(ended);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return body.run();
        } finally {
            ended.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.SECONDS)) {
                System.err.println("vethlab: what runs does not end on Ctrl-C; it is left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
