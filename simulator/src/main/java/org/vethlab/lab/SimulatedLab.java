package org.vethlab.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.vethlab.addr.IpAddress;
import org.vethlab.file.FileTree;
import org.vethlab.file.HostFolder;
import org.vethlab.net.Namespace;
import org.vethlab.net.Sysctls;
import org.vethlab.net.World;
import org.vethlab.process.Machine;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;
import org.vethlab.process.Signal;
import org.vethlab.process.Terminal;
import org.vethlab.process.Windows;
import org.vethlab.program.Programs;
import org.vethlab.program.tcpdump.FrameRecorder;
import org.vethlab.shell.Shell;
import org.vethlab.shell.ShellNames;
import org.vethlab.time.Scheduler;
import org.vethlab.time.VirtualClock;
import org.vethlab.trace.Recorder;
import org.vethlab.trace.Story;

/**
 * A lab on a simulated machine. Its host's shell lives from run to run, with job control, as an interactive root shell; a
 * run in a namespace gets a shell of its own there, as {@code nsenter} would. Every run is written into a journal.
 */
public final class SimulatedLab implements Lab {
    /** After a run the machine goes on for this long, so that what was put into the background has begun. */
    private static final long SETTLE = 20_000_000L;

    /** Seconds: a neighbour is asked three times, once a second. */
    private static final int LONGEST_WAIT = 4;

    /** The exit status of what SIGINT has ended. */
    private static final int INTERRUPTED = 130;

    /** By then the command in a new terminal window has entered its namespace. */
    private static final long WINDOW_OPENS = 10_000_000L;

    /** How long somebody who types waits for a program to let him look, in milliseconds of the wall clock. */
    private static final long PATIENCE = 100;

    private final Settings settings;
    private final ReentrantLock turn = new ReentrantLock();
    private final Machine machine;
    private final Terminal console;
    private final Places places;
    private Sink sink = new Silence();
    private RunStreams streams;
    private final List<JournalEntry> journal = new ArrayList<>();
    private Process shellProcess;
    private Shell shell;
    private final AtomicInteger runs = new AtomicInteger();
    private volatile boolean running;
    private int account;

    /**
     * What a lab starts from.
     *
     * @param seed of all that is left to chance: the same seed and the same journal give the same output
     * @param folder a folder of the real machine that scripts may read, and the host shell's first directory
     */
    public record Settings(long seed, Optional<HostFolder> folder) {
        public static final Settings DEFAULT = new Settings(1, Optional.empty());
    }

    public SimulatedLab() {
        this(Settings.DEFAULT);
    }

    public SimulatedLab(Settings settings) {
        this.settings = settings;
        VirtualClock clock = new VirtualClock();
        World world = new World(clock, settings.seed());
        machine = new Machine(
                world, new Scheduler(clock), new Programs(Shell.programs()), new FileTree(settings.folder()));
        machine.scheduler().onFailure(this::report);
        machine.windows().onOpen(window -> clock.after(WINDOW_OPENS, () -> tell(window)));
        console = machine.terminal(0);
        places = new Places(machine);
        streams = new RunStreams(sink, console);
        shellProcess = login();
        shell = new Shell(shellProcess, true);
    }

    private Process login() {
        Process process = machine.login(List.of("bash"));
        process.newSession(Optional.of(console));
        console.foreground(process.group());
        process.environment().put("HOME", "/root");
        process.environment().put("LC_ALL", "C.UTF-8");
        process.environment().put("LOGNAME", "root");
        process.environment().put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        process.environment().put("TERM", "dumb");
        process.environment().put("USER", "root");
        process.directory(settings.folder().map(HostFolder::path).orElse("/root"));
        process.descriptors().put(0, console.file());
        streams.openIn(process);
        return process;
    }

    /** The simulated machine, for faces that look at it without changing it. */
    public Machine machine() {
        return machine;
    }

    @Override
    public int run(Place place, String script, List<String> arguments, Sink sink) {
        JournalEntry entry = new JournalEntry(place.name(), Optional.empty(), script, arguments, Optional.empty());
        return run(sink.isCurious() ? entry.question() : entry, place, sink);
    }

    /**
     * As {@link #run(Place, String, List, Sink)}, and tells what befell the packets that the run caused. Time goes on, as in
     * a {@code sleep} typed afterwards, while one of them still waits for its neighbour.
     */
    public Explanation explain(Place place, String script, List<String> arguments, Sink newSink) {
        return inTurn(() -> {
            Recorder recorder = new Recorder(() -> machine.world().trace(Optional.empty()));
            account = machine.world().nextCause();
            recorder.made(account, 0);
            machine.world().trace(Optional.of(recorder));
            try {
                int status = run(place, script, arguments, newSink);
                account = 0;
                for (int i = 0; i < LONGEST_WAIT && recorder.isWaiting(); i++) {
                    run(Place.HOST, "sleep 1", List.of(), new Silence());
                }
                return new Explanation(status, story(recorder));
            } finally {
                machine.world().trace(Optional.empty());
                account = 0;
            }
        });
    }

    private Story story(Recorder recorder) {
        return Story.of(recorder, places.names(), this::owners);
    }

    private List<Long> owners(IpAddress address) {
        return machine.world().namespaces().stream()
                .filter(namespace -> namespace.has(address))
                .map(Namespace::inode)
                .toList();
    }

    /** Runs a script file in the host's shell. @param name {@code $0}, which begins the shell's messages */
    public int runScript(String name, String script, List<String> arguments, Sink sink) {
        JournalEntry entry =
                new JournalEntry(Place.HOST.name(), Optional.of(name), script, arguments, Optional.empty());
        return run(entry, Place.HOST, sink);
    }

    private void tell(Windows.Window window) {
        if (!window.process().state().isOver()) {
            sink.opened(places.of(window.process()));
        }
    }

    private int run(JournalEntry entry, Place place, Sink newSink) {
        return inTurn(() -> runNow(entry, place, newSink));
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private int runNow(JournalEntry entry, Place place, Sink newSink) {
        runs.incrementAndGet();
        running = true;
        try {
            // Asked now: who presses Ctrl-C from here on finds a run.
            return newSink.isInterrupted() ? INTERRUPTED : begin(entry, place, newSink);
        } finally {
            running = false;
        }
    }

    private int begin(JournalEntry entry, Place place, Sink newSink) {
        sink = newSink;
        RunStreams fresh = new RunStreams(newSink, console);
        fresh.replace(streams, shellProcess);
        streams = fresh;
        console.screen((buffer, offset, length) -> fresh.out().write(buffer, offset, length));
        Optional<Places.Target> target = target(place);
        journal.add(entry);
        // A second Ctrl-C may have come when the last command had ended already: that was for nobody.
        shellProcess.forget(Signal.INT);
        ProcessState end = machine.foreground(shellProcess, self -> {
            machine.scheduler().actOnAccountOf(account);
            int status = target.isEmpty() ? onHost(entry) : inside(entry, target.get());
            self.sleep(SETTLE);
            return status;
        });
        return afterwards(end);
    }

    private int onHost(JournalEntry entry) {
        return entry.name().isPresent()
                ? shell.runScript(entry.name().get(), entry.script(), entry.arguments())
                : shell.run(entry.script(), entry.arguments());
    }

    private int inside(JournalEntry entry, Places.Target target) {
        Process child = shellProcess.fork(self -> {
            target.enter(self);
            return new Shell(self, true).run(entry.script(), entry.arguments());
        });
        child.group(child.pid());
        console.foreground(child.group());
        try {
            return shellProcess.waitFor(child).status();
        } finally {
            console.foreground(shellProcess.group());
        }
    }

    /** A host shell that was killed is followed by a new one, as a terminal that one opens anew. */
    private int afterwards(ProcessState end) {
        if (end instanceof ProcessState.Killed killed && killed.signal() != Signal.INT) {
            shellProcess.exit(end);
            shellProcess = login();
            shell = new Shell(shellProcess, true);
        }
        console.foreground(shellProcess.group());
        return end.status();
    }

    private void report(Throwable failure) {
        streams.err()
                .println(
                        "vethlab: internal error: " + failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    @Override
    public void interrupt() {
        int meant = runs.get();
        if (running) {
            machine.scheduler().post(() -> typeInterrupt(meant));
        }
    }

    /** @param meant the run that was to be interrupted; one that has ended leaves no Ctrl-C to the next */
    private void typeInterrupt(int meant) {
        if (running && runs.get() == meant) {
            int last = journal.size() - 1;
            journal.set(last, journal.get(last).interrupted(machine.clock().now()));
            console.type(Signal.INT);
            // A login shell that stopped itself: nobody else could ever wake it.
            shellProcess.signal(Signal.CONT);
        }
    }

    @Override
    public List<Place> places() {
        return inTurn(places::all);
    }

    @Override
    public Place place(String name) {
        return inTurn(() -> places.find(name));
    }

    @Override
    public Optional<List<Place>> glimpsePlaces() {
        return glance(places::all);
    }

    @Override
    public Optional<String> glimpse(Place place, List<String> words) {
        return glance(() -> new Onlooker(machine, shellProcess).look(target(place), words));
    }

    @Override
    public Optional<ShellNames> glimpseShell() {
        return glance(() -> shell.names());
    }

    /** Looks between two commands, or while every program of the run waits. */
    private <T> Optional<T> glance(Supplier<T> look) {
        Optional<T> seen = glanceAside(look);
        return seen.isPresent() ? seen : machine.scheduler().ask(look, PATIENCE).or(() -> glanceAside(look));
    }

    /** Looks if nothing runs. */
    private <T> Optional<T> glanceAside(Supplier<T> look) {
        if (!turn.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(look.get());
        } finally {
            turn.unlock();
        }
    }

    private Optional<Places.Target> target(Place place) {
        return place.equals(Place.HOST) ? Optional.empty() : Optional.of(places.open(place));
    }

    /** All runs so far, in order. */
    public List<JournalEntry> journal() {
        return inTurn(() -> List.copyOf(journal));
    }

    /** The same, as {@link #glimpse} looks: without waiting for a run that goes on. */
    public Optional<List<JournalEntry>> glimpseJournal() {
        return glance(() -> List.copyOf(journal));
    }

    /** What labs like this one start from. */
    public Settings settings() {
        return settings;
    }

    /** A lab that has lived through the same runs. What happens in either does not touch the other. */
    public SimulatedLab copy() {
        return replay(settings, journal());
    }

    /** A lab that lives through the runs of a journal. */
    public static SimulatedLab replay(Settings settings, List<JournalEntry> journal) {
        return new Replay(settings, journal).run();
    }

    /** Lives through a run once more. */
    void replay(JournalEntry entry, Sink witness) {
        VirtualClock clock = machine.clock();
        machine.paced(false);
        int next = runs.get() + 1;
        entry.interruptedAt().ifPresent(time -> clock.after(time - clock.now(), () -> typeInterrupt(next)));
        run(entry, entry.place().equals(Place.HOST.name()) ? Place.HOST : place(entry.place()), witness);
        machine.paced(true);
    }

    /**
     * Keeps the frames that pass the devices of some places, from now on.
     *
     * @param devices of each place; none stands for all
     * @param filter an expression of tcpdump's; blank lets all pass
     * @throws LabException if there is no such device, or the filter cannot be compiled
     */
    public FrameRecorder record(List<Place> where, List<String> devices, String filter) {
        return inTurn(() -> new Recording(machine, places, shellProcess.files(), filter).start(where, devices));
    }

    /** The network sysctls of a place by name, read without a trace in the lab. */
    public Map<String, String> sysctls(Place place) {
        return inTurn(() -> SysctlListing.of(sysctlsOf(place)));
    }

    /** The same, many times as quickly, but to be compared only: equal to another state if the sysctls are the same. */
    public List<Object> sysctlState(Place place) {
        return inTurn(() -> sysctlsOf(place).state());
    }

    private Sysctls sysctlsOf(Place place) {
        return target(place)
                .map(Places.Target::net)
                .orElse(machine.world().initialNamespace())
                .sysctls();
    }

    /** What the lab's clock reads. From any thread; while something runs, it may be a little behind. */
    public long time() {
        return machine.clock().now();
    }

    @Override
    public void close() {
        turn.lock();
        try {
            machine.shutDown();
        } finally {
            turn.unlock();
        }
    }

    private static final class Silence implements Sink {
        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}
    }
}
