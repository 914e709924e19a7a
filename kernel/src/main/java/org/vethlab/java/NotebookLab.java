package org.vethlab.java;

import java.util.List;
import java.util.function.Supplier;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;

/** The lab as Java cells hold it: the variable {@code lab}. It stays good when the lab is reset or replaced. */
public final class NotebookLab implements Lab {
    private final Supplier<Lab> target;
    private final Supplier<Sink> output;
    private final Gate gate = new Gate();

    NotebookLab(Supplier<Lab> target, Supplier<Sink> output) {
        this.target = target;
        this.output = output;
    }

    /** The lab of the notebook whose cell asks. */
    public static NotebookLab current() {
        return Invocation.current().lab();
    }

    Gate gate() {
        return gate;
    }

    /** Runs a script on the host, its output in the cell. @return the exit status */
    public int run(String script) {
        return run("host", script);
    }

    /** Runs a script in a namespace, its output in the cell. @return the exit status */
    public int run(String namespace, String script) {
        return run(place(namespace), script, List.of(), output.get());
    }

    /** What a script prints on its standard output. @throws LabException if it fails */
    public String ask(String namespace, String script) {
        StringBuilder text = new StringBuilder();
        Sink cell = output.get();
        int status = run(place(namespace), script, List.of(), new Sink() {
            @Override
            public void out(String more) {
                text.append(more);
            }

            @Override
            public void err(String more) {
                cell.err(more);
            }
        });
        if (status != 0) {
            throw new LabException("'" + script + "' ended with status " + status);
        }
        return text.toString();
    }

    @Override
    public int run(Place place, String script, List<String> arguments, Sink sink) {
        return inside(() -> target.get().run(place, script, arguments, sink));
    }

    @Override
    public void interrupt() {
        target.get().interrupt();
    }

    @Override
    public List<Place> places() {
        return inside(() -> target.get().places());
    }

    @Override
    public Place place(String name) {
        return inside(() -> target.get().place(name));
    }

    /** Of no effect: the lab is the notebook's. */
    @Override
    public void close() {}

    private <T> T inside(Supplier<T> call) {
        gate.enter();
        try {
            return call.get();
        } finally {
            gate.leave();
        }
    }

    @Override
    public String toString() {
        return "lab: " + String.join(", ", places().stream().map(Place::name).toList());
    }
}
