package org.vethlab.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.World;
import org.vethlab.time.Scheduler;
import org.vethlab.time.VirtualClock;

/** The simulated computer as programs see it: its kernel's network, its processes, its files, its clock. */
public final class Machine {
    private static final int FIRST_SHELL = 1201;
    private static final int MOST_PROCESSES = 1000;
    private static final int PID_MAX = 4194304;
    private static final int INTERNAL_ERROR = 70;

    private final World world;
    private final Scheduler scheduler;
    private final FileSystem fileSystem;
    private final Executables executables;
    private final NamespaceLifetimes lifetimes;
    private final NamedNamespaces namedNamespaces;
    private final TreeMap<Integer, Process> processes = new TreeMap<>();
    private final MachinePace pace;
    private final Windows windows = new Windows();
    private final Process init;
    private int nextPid = FIRST_SHELL;
    private long nextInode = 4026532200L;
    private @Nullable Process running;

    public Machine(World world, Scheduler scheduler, Image.Table programs, FileSystem fileSystem) {
        this.world = world;
        this.scheduler = scheduler;
        this.fileSystem = fileSystem;
        this.executables = new Executables(programs);
        this.pace = new MachinePace(world.clock());
        this.lifetimes = new NamespaceLifetimes(world);
        this.namedNamespaces = new NamedNamespaces(lifetimes);
        UtsNamespace uts = new UtsNamespace(4026531838L, "host");
        this.init = new Process(this, 1, world.initialNamespace(), uts, List.of("/sbin/init"));
        processes.put(1, init);
        scheduler.paceWhile(pace::isHeld);
    }

    public World world() {
        return world;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public VirtualClock clock() {
        return world.clock();
    }

    /** What can be executed. */
    public Executables executables() {
        return executables;
    }

    /** The namespaces under /run/netns. */
    public NamedNamespaces namedNamespaces() {
        return namedNamespaces;
    }

    // processes

    /** The first process, parent of all orphans. */
    public Process init() {
        return init;
    }

    /** All processes by number, zombies among them. */
    public List<Process> processes() {
        return new ArrayList<>(processes.values());
    }

    public Optional<Process> process(int pid) {
        return Optional.ofNullable(processes.get(pid));
    }

    /** The process whose code runs now. Not for use in events of the clock, which belong to no process. */
    public Process running() {
        Process process = running;
        if (process == null) {
            throw new IllegalStateException("no process runs");
        }
        return process;
    }

    /** kill(2) of one process. @throws NetException ESRCH */
    public void signal(int pid, Signal signal) {
        process(pid).orElseThrow(() -> new NetException(Errno.ESRCH)).signal(signal);
    }

    /** kill(2) with a negative number: all of a group. @throws NetException ESRCH */
    public void signalGroup(int group, Signal signal) {
        List<Process> members =
                processes().stream().filter(process -> process.group() == group).toList();
        if (members.isEmpty()) {
            throw new NetException(Errno.ESRCH);
        }
        members.forEach(member -> member.signal(signal));
    }

    /** A process outside any lab's shell: a login shell, child of the first process, in a session of its own. */
    public Process login(List<String> commandLine) {
        Process process = newProcess(init, commandLine);
        process.family().join(init);
        process.directory("/root");
        return process;
    }

    /** Runs code of {@code process} in the foreground, on this thread, until it returns. */
    public ProcessState foreground(Process process, ProcessBody body) {
        ProcessState[] end = new ProcessState[1];
        scheduler.run(() -> {
            process.attach(scheduler.current());
            end[0] = guard(process, body);
        });
        return end[0];
    }

    /** Ends all processes, and lets the threads go that they ran on. The machine is not to be used any more. */
    public void shutDown() {
        foreground(init, self -> {
            processes().stream().filter(process -> process != self).forEach(process -> process.signal(Signal.KILL));
            self.sleep(Costs.EXEC);
            return 0;
        });
        scheduler.close();
    }

    /**
     * A process that is in no table and has no number: it sees what there is, and nothing shows that it was there. It
     * must not block, and is to be {@linkplain #dismiss dismissed}.
     */
    public Process onlooker(Namespace net, UtsNamespace uts) {
        return new Process(this, 0, net, uts, List.of("onlooker"));
    }

    public void dismiss(Process onlooker) {
        onlooker.namespaces().leave();
    }

    // namespaces

    /** unshare(2) with CLONE_NEWUTS: a copy. */
    public UtsNamespace copy(UtsNamespace original) {
        return new UtsNamespace(nextInode++, original.hostname());
    }

    void retain(Namespace namespace) {
        lifetimes.retain(namespace);
    }

    void release(Namespace namespace) {
        lifetimes.release(namespace);
    }

    // pipes, files, terminals

    public Pipe pipe() {
        return new Pipe(this, nextInode++);
    }

    public Terminal terminal(int number) {
        return new Terminal(this, "/dev/pts/" + number);
    }

    /** The terminal windows that programs have opened. */
    public Windows windows() {
        return windows;
    }

    Files filesFor(Process process) {
        return fileSystem.of(process);
    }

    // inner workings of processes

    /** @throws NetException EAGAIN if there are too many (RLIMIT_NPROC) */
    Process newProcess(Process parent, List<String> commandLine) {
        if (processes.size() >= MOST_PROCESSES) {
            throw new NetException(Errno.EAGAIN);
        }
        Process process = new Process(this, freePid(), parent.net(), parent.uts(), commandLine);
        processes.put(process.pid(), process);
        return process;
    }

    private int freePid() {
        while (processes.containsKey(nextPid)) {
            nextPid = nextPid + 1 < PID_MAX ? nextPid + 1 : 300;
        }
        return nextPid++;
    }

    void running(Process process) {
        running = process;
    }

    /** Whether endless programs in the foreground keep pace with the wall clock; not when a journal is replayed. */
    public void paced(boolean on) {
        pace.turn(on);
    }

    MachinePace pace() {
        return pace;
    }

    void forget(Process process) {
        processes.remove(process.pid());
    }

    /** Runs a program's code and finds out how it ends. What goes wrong inside costs the program its life, no more. */
    ProcessState guard(Process process, ProcessBody body) {
        try {
            return new ProcessState.Exited(body.run(process) & 0xff);
        } catch (SignalException e) {
            return new ProcessState.Killed(e.signal());
        } catch (StackOverflowError | InternalError e) {
            // The second is what the JVM makes of the first where it links a call.
            process.err().tell("vethlab: " + process.name() + ": something calls itself without end");
        } catch (OutOfMemoryError e) {
            process.err().tell("vethlab: " + process.name() + ": out of memory");
        } catch (RuntimeException | AssertionError e) {
            String what = e.getClass().getSimpleName() + ": " + e.getMessage();
            process.err().tell("vethlab: " + process.name() + ": internal error: " + what);
        }
        return new ProcessState.Exited(INTERNAL_ERROR);
    }
}
