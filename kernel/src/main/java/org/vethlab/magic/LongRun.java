package org.vethlab.magic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vethlab.lab.Explanation;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;

/**
 * A run that may take long: a flood ping, a scenario of hundreds of namespaces. While it prints no line, and works rather
 * than waits, its progress is told.
 */
final class LongRun implements Lab.Sink {
    private static final long QUIET = TimeUnit.SECONDS.toNanos(1);

    private final Lab lab;
    private final Screen screen;
    private final long begin = System.nanoTime();
    private final long clockAtBegin;
    private volatile long lastLine = begin;

    LongRun(Lab lab, Screen screen) {
        this.lab = lab;
        this.screen = screen;
        this.clockAtBegin = clock();
    }

    int run(Place place, String script, List<String> arguments) {
        return Progress.during(() -> lab.run(place, script, arguments, this), screen, this::tell);
    }

    /** As {@link #run}, in a simulated lab; tells what befell the packets that the script caused. */
    static Explanation explain(SimulatedLab lab, Place place, String script, List<String> arguments, Screen screen) {
        LongRun run = new LongRun(lab, screen);
        return Progress.during(() -> lab.explain(place, script, arguments, run), screen, run::tell);
    }

    private long clock() {
        return lab instanceof SimulatedLab simulated ? simulated.time() : 0;
    }

    private Optional<String> tell() {
        long now = System.nanoTime();
        long passed = clock() - clockAtBegin;
        if (now - lastLine < QUIET || waits(passed, now - begin)) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "working for %d s; %.1f s have passed in the lab (interrupt to stop)",
                TimeUnit.NANOSECONDS.toSeconds(now - begin),
                passed / 1e9));
    }

    /** Something endless keeps pace with the wall clock, and a real lab has no other: nobody knows what it is at. */
    private boolean waits(long passed, long elapsed) {
        return !(lab instanceof SimulatedLab) || Math.abs(passed - elapsed) < elapsed / 10;
    }

    @Override
    public void out(String text) {
        printed(text);
        screen.out(text);
    }

    @Override
    public void err(String text) {
        printed(text);
        screen.err(text);
    }

    private void printed(String text) {
        if (text.indexOf('\n') >= 0) {
            lastLine = System.nanoTime();
        }
    }

    @Override
    public void opened(Place place) {
        screen.opened(place);
    }

    @Override
    public boolean isInterrupted() {
        return screen.isInterrupted();
    }

    @Override
    public boolean isTerminal() {
        return screen.isTerminal();
    }
}
