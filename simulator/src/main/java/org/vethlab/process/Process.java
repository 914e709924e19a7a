package org.vethlab.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Vrf;
import org.vethlab.time.Task;
import org.vethlab.time.VirtualClock;

/**
 * A process (struct task_struct): its number, its family, its namespaces, its environment, its descriptors, its
 * signals. Code of a process runs on the thread of its task and blocks by {@link #await} and {@link #sleep} only.
 */
public final class Process {
    private final Machine machine;
    private final int pid;
    private final Signals signals = new Signals();
    private final Descriptors descriptors = new Descriptors();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Family family = new Family(this);
    private final ProcessNamespaces namespaces;
    private final Waiting waiting;
    private final Files files;
    private List<String> commandLine;
    private String directory = "/root";
    private @Nullable Terminal terminal;
    private ProcessState state = new ProcessState.Running();
    private int group;
    private int session;
    private final long started;
    private long busyUntil;
    private boolean limited;

    Process(Machine machine, int pid, Namespace net, UtsNamespace uts, List<String> commandLine) {
        this.machine = machine;
        this.pid = pid;
        this.namespaces = new ProcessNamespaces(machine, net, uts);
        this.waiting = new Waiting(this, signals);
        this.commandLine = List.copyOf(commandLine);
        this.group = pid;
        this.session = pid;
        this.started = machine.clock().now();
        this.files = machine.filesFor(this);
    }

    // identity and family

    public Machine machine() {
        return machine;
    }

    public int pid() {
        return pid;
    }

    /** The parent's number; 0 for the first process. */
    public int parentPid() {
        return family.parent().map(Process::pid).orElse(0);
    }

    /** Children that have not been waited for, in the order of their birth; ended ones (zombies) among them. */
    public List<Process> children() {
        return List.copyOf(family.children());
    }

    /** The process group: what a job is to the kernel. */
    public int group() {
        return group;
    }

    /** setpgid(2). */
    public void group(int number) {
        group = number;
    }

    public int session() {
        return session;
    }

    /** setsid(2): a session and a group of its own, with that controlling terminal or none. */
    public void newSession(Optional<Terminal> controlling) {
        session = pid;
        group = pid;
        terminal = controlling.orElse(null);
    }

    /** The controlling terminal, {@code /dev/tty}. */
    public Optional<Terminal> terminal() {
        return Optional.ofNullable(terminal);
    }

    /** The words that it was started with, as {@code ps} shows them. */
    public List<String> commandLine() {
        return commandLine;
    }

    /** The name of what it runs, as {@code ps} and {@code pkill} use it: fifteen letters at most. */
    public String name() {
        String path = commandLine.get(0);
        String base = path.substring(path.lastIndexOf('/') + 1);
        return base.substring(0, Math.min(15, base.length()));
    }

    /** Clock time of its start. */
    public long started() {
        return started;
    }

    public ProcessState state() {
        Optional<Signal> stopped = state.isOver() ? Optional.empty() : signals.stoppedBy();
        return stopped.<ProcessState>map(ProcessState.Stopped::new).orElse(state);
    }

    // namespaces

    /** The VRF to which new sockets are bound ({@code ip vrf exec}); none for the default routing domain. */
    public Optional<Vrf> routingDomain() {
        return namespaces.routingDomain();
    }

    public void enterRoutingDomain(Optional<Vrf> vrf) {
        namespaces.enter(vrf);
    }

    public Namespace net() {
        return namespaces.net();
    }

    /** setns(2) or unshare(2) with CLONE_NEWNET. */
    public void enter(Namespace namespace) {
        namespaces.enter(namespace);
    }

    public UtsNamespace uts() {
        return namespaces.uts();
    }

    /** setns(2) or unshare(2) with CLONE_NEWUTS. */
    public void enter(UtsNamespace namespace) {
        namespaces.enter(namespace);
    }

    /** The network namespace whose devices /sys shows: that in which it was mounted. */
    public Namespace sysfs() {
        return namespaces.sysfs();
    }

    /** Mounts /sys anew for this process and its children. */
    public void sysfs(Namespace namespace) {
        namespaces.sysfs(namespace);
    }

    ProcessNamespaces namespaces() {
        return namespaces;
    }

    // environment, descriptors, files

    /** The environment, to be changed at will; children and executed programs get a copy. */
    public Map<String, String> environment() {
        return environment;
    }

    public Descriptors descriptors() {
        return descriptors;
    }

    /** Descriptor 0; reading raises EBADF if it is closed. */
    public Input in() {
        return descriptors.get(0).map(OpenFile::input).orElseGet(OpenFile.Unreadable::new);
    }

    /** Descriptor 1; writing raises EBADF if it is closed. */
    public Output out() {
        return descriptors.get(1).map(OpenFile::output).orElseGet(OpenFile.Unwritable::new);
    }

    /** Descriptor 2; writing raises EBADF if it is closed. */
    public Output err() {
        return descriptors.get(2).map(OpenFile::output).orElseGet(OpenFile.Unwritable::new);
    }

    public Files files() {
        return files;
    }

    /** The working directory, an absolute path. */
    public String directory() {
        return directory;
    }

    /** chdir(2), with a path that {@link Files} has found to be a directory. */
    public void directory(String absolute) {
        directory = absolute;
    }

    // fork, exec, wait, exit

    /**
     * fork(2): a child with copies of environment, descriptors, working directory, namespaces, group, dispositions. It
     * runs {@code body} in a task of its own, for the first time when this process blocks; so whatever must hold before
     * (its group, its redirections) can be set up between. It costs {@link Costs#FORK}, paid before the next fork.
     */
    public Process fork(ProcessBody body) {
        sleep(busyUntil - machine.clock().now());
        busyUntil = machine.clock().now() + Costs.FORK;
        Process child = machine.newProcess(this, commandLine);
        child.inherit(this);
        child.waiting.task(machine.scheduler().spawn(child.toString(), () -> child.live(body)));
        return child;
    }

    private void inherit(Process from) {
        family.join(from);
        group = from.group;
        session = from.session;
        terminal = from.terminal;
        namespaces.sysfs(from.sysfs());
        namespaces.enter(from.routingDomain());
        directory = from.directory;
        limited = from.limited;
        environment.putAll(from.environment);
        descriptors.copyFrom(from.descriptors);
        signals.copyFrom(from.signals);
    }

    /**
     * execve(2), and then the end of what was started: finds the program that the first word names (by PATH of the
     * environment, or a path of a program or of a script with {@code #!}), becomes it, and runs it. The caller ends with the
     * status returned, as no caller is left after an exec.
     *
     * @throws NetException ENOENT, EACCES, EISDIR, ENOEXEC if there is nothing to start; raised before
     *     anything has changed
     */
    public int exec(List<String> words) {
        Executable executable = machine.executables().find(this, words);
        commandLine = List.copyOf(executable.words());
        signals.reset();
        finite();
        sleep(Costs.EXEC + machine.world().random().nextLong(Costs.EXEC_JITTER));
        return executable.run(this);
    }

    /**
     * waitpid(2) with WUNTRACED: blocks until a child has ended or is stopped; an ended one is forgotten by the kernel,
     * and its state is returned again if asked for again.
     *
     * @throws SignalException as {@link #await}
     */
    public ProcessState waitFor(Process child) {
        while (child.state() instanceof ProcessState.Running) {
            await(VirtualClock.NEVER);
        }
        reap(child);
        return child.state();
    }

    /** Takes an ended child from the process table (a zombie goes); of no effect on others. */
    public void reap(Process child) {
        family.reap(child);
    }

    Family family() {
        return family;
    }

    private void live(ProcessBody body) {
        machine.running(this);
        ProcessState last = machine.guard(this, self -> {
            waiting.deliver();
            return body.run(self);
        });
        descriptors.closeAll();
        waiting.linger(Costs.EXIT);
        exit(last);
    }

    /** exit(2): gives everything back, hands the children to the first process, tells the parent. */
    public void exit(ProcessState last) {
        state = last;
        finite();
        descriptors.closeAll();
        namespaces.leave();
        family.leave();
    }

    // signals

    public Disposition disposition(Signal signal) {
        return signals.disposition(signal);
    }

    /** sigaction(2). */
    public void disposition(Signal signal, Disposition disposition) {
        signals.disposition(signal, disposition);
    }

    /** Takes back a signal that has not been delivered yet. */
    public void forget(Signal signal) {
        signals.forget(signal);
    }

    /** kill(2): delivered when the process next blocks or asks by {@link #checkSignals}. */
    public void signal(Signal signal) {
        if (state.isOver()) {
            return;
        }
        ProcessState before = state();
        boolean look = signals.send(signal);
        if (look) {
            wake();
        }
        if (!before.isSameAs(state())) {
            family.tellParent();
        }
    }

    /** The next signal of those that are caught ({@link Disposition#CATCH}). */
    public Optional<Signal> takeCaught() {
        return signals.takeCaught();
    }

    /**
     * Lets signals in: what computes long without blocking (a loop of builtins) calls this now and then.
     *
     * @throws SignalException when a signal comes that ends the process unless the program handles it
     */
    public void checkSignals() {
        machine.scheduler().runPosted();
        waiting.deliver();
    }

    // waiting

    /** Blocks for so many nanoseconds. @throws SignalException when a signal comes that is not ignored */
    public void sleep(long nanos) {
        long end = machine.clock().now() + nanos;
        while (machine.clock().now() < end) {
            await(end);
        }
    }

    /**
     * Blocks until {@link #wake()} or until the clock reads {@code deadline} (VirtualClock.NEVER for none). May return
     * early: look again at what is waited for.
     *
     * @throws SignalException when a signal comes that is not ignored
     */
    public void await(long deadline) {
        waiting.await(deadline);
    }

    /** Makes {@link #await} return; called by what the process waits for (a packet, a pipe). */
    public void wake() {
        waiting.wake();
    }

    /** The first process and a lab's shell live on the thread that runs the foreground. */
    void attach(Task foreground) {
        waiting.task(foreground);
        machine.running(this);
    }

    // pace

    /**
     * Says that this program runs until it is interrupted (ping without a count, tcpdump): while it is in the
     * foreground, virtual time keeps pace with the wall clock.
     */
    public void endless() {
        if (!limited) {
            machine.pace().add(this);
        }
    }

    /** It ends by itself after all. */
    public void finite() {
        machine.pace().remove(this);
    }

    /** Says that this process and its children will end by themselves, whatever they run ({@code timeout}). */
    public void limited() {
        limited = true;
    }

    /** Whether it, or what it waits for, is in the foreground of its terminal. */
    boolean isWatched() {
        return terminal != null && state() instanceof ProcessState.Running && family.reaches(terminal.foreground());
    }

    @Override
    public String toString() {
        return pid + " " + String.join(" ", commandLine);
    }
}
