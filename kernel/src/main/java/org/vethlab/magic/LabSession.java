package org.vethlab.magic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vethlab.complete.ScriptCompleter;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.lesson.Labs;
import org.vethlab.picture.topology.Drawing;
import org.vethlab.picture.topology.Topology;
import org.vethlab.row.Answer;

/** What lasts from cell to cell: the lab, the course's folder, how far the student is. */
public final class LabSession implements Labs, AutoCloseable {
    /** Makes a lab that nobody has touched. */
    public interface Opener {
        /** @throws LabException when this machine cannot */
        Lab open(Backend backend, Course course);
    }

    private final Opener opener;
    private final Course course;
    private final ReentrantLock use = new ReentrantLock();
    private final List<Lab> open = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> hintsSeen = new HashMap<>();
    private @Nullable Captures captures;
    private final Timeline timeline = new Timeline();
    private @Nullable ScriptCompleter scripts;
    private Backend backend;
    private @Nullable Drawing drawing;

    public LabSession(Opener opener, Backend backend, Course course) {
        this.opener = opener;
        this.backend = backend;
        this.course = course;
    }

    /** Runs a cell; one at a time. */
    public <T> T use(Supplier<T> cell) {
        use.lock();
        try {
            return cell.get();
        } finally {
            timeline.current().step();
            use.unlock();
        }
    }

    /** The lab, made when first asked for. From any thread: those of a Java cell may ask at the same time. */
    public synchronized Lab lab() {
        return timeline.current().lab().orElseGet(() -> {
            Lab made = fresh();
            timeline.current().begin(made);
            return made;
        });
    }

    /** The lab's past, and the forks beside it. */
    Timeline timeline() {
        return timeline;
    }

    /** The lab that is left gives way to what {@code change} makes the current one. */
    void replace(SimulatedLab next, Runnable change) {
        Optional<Lab> old = timeline.current().lab();
        open.add(next);
        change.run();
        old.filter(lab -> !timeline.has(lab)).ifPresent(lab -> {
            leave(lab);
            discard(lab);
        });
    }

    /** A lab beside the present one, which an interrupt reaches too. */
    Lab another() {
        return open(backend);
    }

    Lab another(Backend kind) {
        return open(kind);
    }

    /** Goes on in a lab from {@link #another}. */
    void replaceBy(Lab next) {
        reset();
        timeline.current().begin(next);
    }

    /** Forgets a fork. */
    void drop(Branch branch) {
        timeline.drop(branch);
        branch.lab().ifPresent(lab -> {
            leave(lab);
            discard(lab);
        });
    }

    /** Runs a script in the lab, and tells how far it is if that takes long. @return the exit status */
    public int run(Place place, String script, List<String> arguments, Screen screen) {
        return new LongRun(lab(), screen).run(place, script, arguments);
    }

    /** Starts real namespaces now, if they are what the lab is made of: their processes are not the cell's. */
    public void prepare() {
        if (backend == Backend.LIVE) {
            lab();
        }
    }

    /** Forgets all that was done; the next to ask gets a new lab. */
    public void reset() {
        Optional<Lab> present = timeline.current().lab();
        timeline.current().begin(null);
        drawing = null;
        present.ifPresent(lab -> {
            leave(lab);
            discard(lab);
        });
    }

    /** The notebook's capture. */
    Captures captures() {
        Captures made = captures == null ? new Captures() : captures;
        captures = made;
        return made;
    }

    /** The notebook goes on in another lab: what belongs to this one is brought in. */
    private void leave(Lab old) {
        if (captures != null) {
            captures.leave(old);
        }
    }

    /** Changes what labs are made of, and starts a new one. */
    void change(Backend wanted) {
        Lab replacement = open(wanted);
        reset();
        backend = wanted;
        timeline.current().begin(replacement);
    }

    /** Ctrl-C to what runs in the foreground. From any thread. */
    public void interrupt() {
        timeline.interrupt();
        open.forEach(Lab::interrupt);
    }

    /** The namespaces that can be named; while a cell runs, those that there were before. */
    List<String> placeNames() {
        return scripts().namespaceNames();
    }

    /** Whether a word is a program of the lab's. */
    public boolean isProgram(String word) {
        return scripts().isProgram(word);
    }

    /** Completes and explains scripts that are being typed, in the lab as it is. */
    synchronized ScriptCompleter scripts() {
        ScriptCompleter present = scripts;
        if (present == null) {
            present = new ScriptCompleter(() -> timeline.current().lab());
            scripts = present;
        }
        return present;
    }

    /** The lab drawn; what changed since it was drawn last is marked. */
    Drawing draw() {
        Topology now = Topology.of(lab());
        Drawing last = drawing;
        Drawing next = last == null ? Drawing.first(now) : last.next(now);
        drawing = next;
        return next;
    }

    /** The next drawing is a first one. */
    void forgetDrawing() {
        drawing = null;
    }

    Backend backend() {
        return backend;
    }

    Course course() {
        return course;
    }

    /** How many hints of an exercise the student has now seen, this one included. */
    int nextHint(String exercise) {
        return hintsSeen.merge(exercise, 1, Integer::sum);
    }

    /** A session of its own in a simulated lab: nothing of it is seen here. */
    LabSession aside() {
        return new LabSession(opener, Backend.SIMULATED, course);
    }

    private Lab fresh() {
        return open(backend);
    }

    @Override
    public Lab fresh(String scenario) {
        String script = course.scenario(scenario);
        Lab made = fresh();
        made.run(Place.HOST, script, List.of(), new Answer());
        return new Borrowed(made, this::discard);
    }

    @Override
    public Lab copy(Lab original) {
        if (!(original instanceof SimulatedLab simulated)) {
            return original;
        }
        Lab twin = simulated.copy();
        open.add(twin);
        return new Borrowed(twin, this::discard);
    }

    /** The simulated lab that a lab is, if it is one. */
    static Optional<SimulatedLab> simulated(Lab lab) {
        Lab own = lab instanceof Borrowed borrowed ? borrowed.lab() : lab;
        return own instanceof SimulatedLab simulated ? Optional.of(simulated) : Optional.empty();
    }

    private Lab open(Backend kind) {
        Lab opened = opener.open(kind, course);
        open.add(opened);
        return opened;
    }

    void discard(Lab old) {
        open.remove(old);
        old.close();
    }

    /** A lab that is forgotten here when its user closes it. */
    private record Borrowed(Lab lab, Consumer<Lab> discard) implements Lab {
        @Override
        public int run(Place place, String script, List<String> arguments, Sink sink) {
            return lab.run(place, script, arguments, sink);
        }

        @Override
        public void interrupt() {
            lab.interrupt();
        }

        @Override
        public List<Place> places() {
            return lab.places();
        }

        @Override
        public Place place(String name) {
            return lab.place(name);
        }

        @Override
        public void close() {
            discard.accept(lab);
        }
    }

    @Override
    public void close() {
        new ArrayList<>(open).forEach(this::discard);
    }
}
