package org.vethlab.java;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vethlab.capture.Recording;
import org.vethlab.java.api.Backing;
import org.vethlab.lab.Explanation;
import org.vethlab.lab.JournalEntry;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.shell.ShellNames;

/** A lab as cells reach it: through a gate, so that a stop never meets a cell's thread inside the lab. */
final class GatedLab implements Backing {
    private final Supplier<Lab> target;
    private final Gate gate;

    /** @param target asked anew each time: a notebook's lab may be replaced */
    GatedLab(Supplier<Lab> target, Gate gate) {
        this.target = target;
        this.gate = gate;
    }

    @Override
    public int run(Place place, String script, List<String> arguments, Sink sink) {
        given(script, "command");
        return inside(lab -> lab.run(place, script, arguments, sink));
    }

    @Override
    public void interrupt() {
        target.get().interrupt();
    }

    @Override
    public List<Place> places() {
        return inside(Lab::places);
    }

    @Override
    public Place place(String name) {
        given(name, "name of a namespace");
        return inside(lab -> lab.place(name));
    }

    @Override
    public Optional<String> glimpse(Place place, List<String> words) {
        return inside(lab -> lab.glimpse(place, words));
    }

    @Override
    public Optional<List<Place>> glimpsePlaces() {
        return inside(Lab::glimpsePlaces);
    }

    @Override
    public Optional<ShellNames> glimpseShell() {
        return inside(Lab::glimpseShell);
    }

    @Override
    public Backing copy() {
        SimulatedLab copy = inside(lab -> simulated(lab, "copied").copy());
        return new GatedLab(() -> copy, gate);
    }

    @Override
    public Explanation explain(Place place, String script, Sink sink) {
        given(script, "command");
        return inside(lab -> simulated(lab, "asked why").explain(place, script, List.of(), sink));
    }

    @Override
    public List<JournalEntry> journal() {
        return inside(lab -> simulated(lab, "asked for its journal").journal());
    }

    @Override
    public Recording capture(String place, String filter) {
        given(place, "name of a namespace");
        given(filter, "filter");
        Recording recording = inside(lab -> Recording.start(lab, List.of(lab.place(place)), List.of(), filter));
        return new GatedRecording(recording, this);
    }

    /** A variable of a cell may hold nothing. */
    private static void given(@Nullable String text, String what) {
        if (text == null) {
            throw new LabException("null is no " + what);
        }
    }

    private static SimulatedLab simulated(Lab lab, String wish) {
        if (lab instanceof SimulatedLab simulated) {
            return simulated;
        }
        throw new LabException("a lab of real namespaces cannot be " + wish);
    }

    <T> T inside(Work<T> work) {
        Lab lab = target.get();
        gate.enter(lab);
        try {
            return work.in(lab);
        } finally {
            gate.leave(lab);
        }
    }

    /** What is done in a lab. */
    interface Work<T> {
        T in(Lab lab);
    }

    @Override
    public void close() {
        target.get().close();
    }
}
