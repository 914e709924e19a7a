package org.vethlab.java.api;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vethlab.lab.Explanation;
import org.vethlab.lab.JournalEntry;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.picture.topology.Drawing;
import org.vethlab.picture.topology.Topology;
import org.vethlab.row.Answer;
import org.vethlab.row.JournalRow;

/**
 * The lab as Java cells hold it: the variable {@code lab}. It stays good when the lab is reset or replaced.
 *
 * <p>Whatever changes the lab runs as a command, as if it had been typed, and stands in the lab's journal; what only looks
 * ({@link Netns#routes()} and its kin) leaves no trace and takes no time. What cannot be done ends in a {@link LabException}
 * of one line.
 */
public final class NotebookLab implements AutoCloseable {
    private final Backing lab;
    private final Supplier<Lab.Sink> output;
    private Optional<Cleaner.Cleanable> end = Optional.empty();

    /** @param output of the cell that asks */
    public NotebookLab(Backing lab, Supplier<Lab.Sink> output) {
        this.lab = lab;
        this.output = output;
    }

    /** The lab itself, for what there is no word for here. */
    public Lab lab() {
        return lab;
    }

    /** A namespace. @throws LabException naming those there are if there is none of that name */
    public Netns ns(String name) {
        return new Netns(this, lab.place(name).name());
    }

    /** The machine's own namespace, in which its shell runs. */
    public Netns host() {
        return new Netns(this, Place.HOST.name());
    }

    /** All namespaces but the host's. */
    public List<Netns> namespaces() {
        return lab.places().stream()
                .filter(place -> !place.equals(Place.HOST))
                .map(place -> new Netns(this, place.name()))
                .toList();
    }

    /** Runs a command or a script on the host; see {@link #run(String, String)}. */
    public CommandResult run(String script) {
        return run(Place.HOST.name(), script);
    }

    /**
     * Runs a command or a whole script in a namespace, as a root shell would, and shows in the cell what it prints.
     *
     * @return its exit status and what it printed; a status other than 0 is no exception
     */
    public CommandResult run(String namespace, String script) {
        return run(namespace, script, output.get());
    }

    /**
     * Runs a command as {@link #run(String, String)} does, and tells why its packets fared as they did.
     *
     * @throws LabException if the lab is made of real namespaces
     */
    public Why why(String namespace, String command) {
        Explanation explanation = lab.explain(lab.place(namespace), command, output.get());
        return Why.of(lab, namespace, command, explanation);
    }

    /** The lab as it is, as a picture; {@code %topology} draws it, too, and marks what has changed. */
    public Drawing drawing() {
        return Drawing.first(Topology.of(lab));
    }

    /** The same, with marks on what has changed since an earlier drawing. */
    public Drawing drawing(Drawing before) {
        return before.next(Topology.of(lab));
    }

    /** What a command or a script prints on the host; see {@link #ask(String, String)}. */
    public String ask(String script) {
        return ask(Place.HOST.name(), script);
    }

    /**
     * What a command or a script prints in a namespace on its standard output; nothing is shown.
     *
     * @throws LabException with the command's own complaint if it fails
     */
    public String ask(String namespace, String script) {
        return quietly(namespace, script).orThrow().output();
    }

    /** Runs without showing. */
    CommandResult quietly(String namespace, String script) {
        return run(namespace, script, new Answer());
    }

    private CommandResult run(String namespace, String script, Lab.Sink shown) {
        Answer answer = new Answer();
        Both sink = new Both(answer, shown);
        int status = lab.run(lab.place(namespace), script, List.of(), sink);
        sink.keeps = false;
        return new CommandResult(namespace, script, status, answer.output(), answer.errors());
    }

    /**
     * Lets time pass: {@code sleep SECONDS}. On a simulated lab that is the lab's own time, and nobody has to wait.
     *
     * @param seconds a fraction is allowed: 0.2
     */
    public void sleep(double seconds) {
        if (!(seconds >= 0)) {
            throw new LabException("time cannot pass for " + seconds + " s");
        }
        ask("sleep " + (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)));
    }

    /** Begins a set of namespaces, switches and cables; {@link TopologyBuilder#build()} makes them. */
    public TopologyBuilder topology() {
        return new TopologyBuilder(this);
    }

    /**
     * Begins to capture the packets that pass the devices of a namespace; see {@link #capture(String, String)}.
     *
     * @throws LabException naming those there are if there is no namespace of that name
     */
    public PacketCapture capture(String namespace) {
        return capture(namespace, "");
    }

    /**
     * Begins to capture some of the packets that pass the devices of a namespace. Nobody in the lab can tell.
     *
     * @param filter as for tcpdump: {@code icmp or arp}, {@code host 192.168.5.22 and not port 53}
     * @throws LabException in tcpdump's words if it cannot make sense of the filter
     */
    public PacketCapture capture(String namespace, String filter) {
        String title = "Packets of " + namespace + (filter.isBlank() ? "" : " (" + filter + ")");
        return new PacketCapture(title, lab.capture(namespace, filter));
    }

    /**
     * A copy that has lived through the same, to find out what would happen: nothing that is done to it changes this lab.
     *
     * @throws LabException if the lab is made of real namespaces
     */
    public NotebookLab fork() {
        Backing copy = lab.copy();
        NotebookLab fork = new NotebookLab(copy, output);
        fork.end = Optional.of(Forgotten.CLEANER.register(fork, copy::close));
        return fork;
    }

    /**
     * The commands that the lab has run, the first one first.
     *
     * @throws LabException if the lab is made of real namespaces
     */
    public RowList<JournalRow> journal() {
        List<JournalRow> rows = new ArrayList<>();
        for (JournalEntry entry : lab.journal()) {
            if (!entry.isQuestion()) {
                rows.add(JournalRow.of(rows.size() + 1, entry));
            }
        }
        return new RowList<>("Journal", rows);
    }

    /** Ends a copy, for those who make thousands. The notebook's own lab it leaves alone. */
    @Override
    public void close() {
        end.ifPresent(Cleaner.Cleanable::clean);
    }

    /** The names of its namespaces. */
    @Override
    public String toString() {
        return lab.places().stream().map(Place::name).collect(Collectors.joining(", ", "lab: ", ""));
    }

    /** Copies that no variable names any more are ended. */
    private static final class Forgotten {
        private static final Cleaner CLEANER = Cleaner.create();
    }

    /** Shows what is printed, and keeps it until the command has ended: a job that it left behind may print for ever. */
    private static final class Both implements Lab.Sink {
        private final Answer kept;
        private final Lab.Sink shown;
        private volatile boolean keeps = true;

        Both(Answer kept, Lab.Sink shown) {
            this.kept = kept;
            this.shown = shown;
        }

        @Override
        public void out(String text) {
            if (keeps) {
                kept.out(text);
            }
            shown.out(text);
        }

        @Override
        public void err(String text) {
            if (keeps) {
                kept.err(text);
            }
            shown.err(text);
        }

        @Override
        public void opened(Place place) {
            shown.opened(place);
        }

        @Override
        public boolean isTerminal() {
            return shown.isTerminal();
        }
    }
}
