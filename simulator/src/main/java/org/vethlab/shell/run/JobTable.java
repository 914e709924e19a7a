package org.vethlab.shell.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;
import org.vethlab.process.Signal;
import org.vethlab.process.Terminal;
import org.vethlab.shell.option.SetOption;
import org.vethlab.time.VirtualClock;

/** The jobs of a shell: waits for them, tells of them, finds them. */
public final class JobTable {
    private final Interpreter shell;
    private final Process process;
    private final State state;
    private final List<Job> jobs = new ArrayList<>();
    /** Jobs of the parent shell: a subshell may list them, no more. */
    private final List<Job> inherited = new ArrayList<>();

    private final List<Process> unlisted = new ArrayList<>();
    private final Map<Integer, Integer> finished = new HashMap<>();
    /** The order in which jobs became current, the last one last. */
    private final List<Job> recent = new ArrayList<>();

    JobTable(Interpreter shell) {
        this.shell = shell;
        this.process = shell.process();
        this.state = shell.state();
    }

    private boolean monitors() {
        return shell.options().has(SetOption.MONITOR);
    }

    // starting and waiting

    void background(List<Job.Member> members) {
        recent.removeAll(inherited);
        // Only who lives becomes the previous job (set_current_job).
        recent.removeIf(Job::isDone);
        recent.add(add(members, false));
    }

    /** Runs a job in the foreground to its end, or until it is stopped. @return its status */
    int foreground(List<Job.Member> members) {
        Job job = add(members, true);
        int status = giveTerminal(job, () -> waitInForeground(job));
        return status;
    }

    private Job add(List<Job.Member> members, boolean foreground) {
        int number = jobs.stream().mapToInt(Job::number).max().orElse(0) + 1;
        boolean monitors = monitors();
        if (monitors) {
            int group = members.get(0).process().pid();
            members.forEach(member -> member.process().group(group));
        }
        Job job = new Job(number, members, process.directory(), monitors, foreground);
        jobs.add(job);
        return job;
    }

    private int giveTerminal(Job job, java.util.function.IntSupplier body) {
        Optional<Terminal> terminal = process.terminal().filter(any -> job.hasOwnGroup());
        if (terminal.isEmpty() || terminal.get().foreground() != process.group()) {
            return body.getAsInt();
        }
        terminal.get().foreground(job.group());
        handOnInterrupt(job);
        try {
            return body.getAsInt();
        } finally {
            terminal.get().foreground(process.group());
        }
    }

    /** Ctrl-C that reached the shell while it made the job is meant for the job. */
    private void handOnInterrupt(Job job) {
        if (shell.traps().takeInterrupt()) {
            job.members().forEach(member -> member.process().signal(Signal.INT));
        }
    }

    private int waitInForeground(Job job) {
        awaitChange(job);
        int status = status(job);
        if (job.isStopped()) {
            job.foreground(false);
            recent.remove(job);
            recent.add(job);
        } else {
            reap(job);
            afterInterrupt(job);
            state.pipeStatus = job.members().stream()
                    .map(member -> member.process().state().status())
                    .toList();
        }
        notifyChanges();
        return status;
    }

    /** Blocks until a job has ended or, under job control, is stopped. */
    void awaitChange(Job job) {
        while (job.isRunning() || job.isStopped() && !job.hasOwnGroup()) {
            shell.traps().collect();
            process.await(VirtualClock.NEVER);
        }
    }

    /** Brings a job to the foreground ({@code fg}). @return its status */
    public int bringToForeground(Job job) {
        job.foreground(true);
        return giveTerminal(job, () -> {
            if (job.isStopped()) {
                job.markNotified();
                continueJob(job);
            }
            return waitInForeground(job);
        });
    }

    /** Lets a stopped job go on in the background ({@code bg}). */
    public void resume(Job job) {
        job.foreground(false);
        recent.remove(job);
        recent.add(job);
        continueJob(job);
    }

    private static void continueJob(Job job) {
        job.members().forEach(member -> member.process().signal(Signal.CONT));
    }

    /** A foreground job that dies of Ctrl-C takes the script with it; one that survives it saves the script. */
    private void afterInterrupt(Job job) {
        boolean died = job.last().state().isSameAs(new ProcessState.Killed(Signal.INT));
        boolean received = shell.traps().takeInterrupt();
        if (died && (received || job.hasOwnGroup()) && !shell.traps().isTrapped(Signal.INT)) {
            shell.traps().interrupt();
        }
    }

    /** Waits for a child that is no job. @return its status */
    int await(Process child) {
        while (!child.state().isOver()) {
            shell.traps().collect();
            process.await(VirtualClock.NEVER);
        }
        process.reap(child);
        return child.state().status();
    }

    /** A child of a process substitution: in no list, but {@code wait} knows it. */
    void unlisted(Process child) {
        unlisted.add(child);
    }

    /** A shell takes its ended children from the process table as it hears of them; their jobs keep what became of them. */
    void reapEnded() {
        process.children().forEach(process::reap);
    }

    private void reap(Job job) {
        job.members().forEach(member -> process.reap(member.process()));
    }

    /** The status of a job: of its last member, or by {@code pipefail} of the last that failed. */
    public int status(Job job) {
        int status = job.isStopped() ? job.state().status() : job.last().state().status();
        if (status == 0 && shell.options().has(SetOption.PIPEFAIL)) {
            for (Job.Member member : job.members()) {
                int one = member.process().state().status();
                status = one == 0 ? status : one;
            }
        }
        return status;
    }

    // the builtin wait

    /** Waits for a job in the background. Empty if a signal with a trap came first. */
    public Optional<Integer> waitFor(Job job) {
        while (job.isRunning()) {
            process.await(VirtualClock.NEVER);
            shell.traps().collect();
            if (shell.traps().isPending()) {
                return Optional.empty();
            }
        }
        int status = status(job);
        reap(job);
        notifyChanges();
        if (job.isDone()) {
            remove(job);
        }
        return Optional.of(status);
    }

    /** Waits for the children of process substitutions. */
    public void awaitUnlisted() {
        unlisted.forEach(this::await);
        unlisted.clear();
    }

    /** The status of a child that ended before anybody asked. */
    public Optional<Integer> finishedStatus(int pid) {
        Optional<Process> child =
                unlisted.stream().filter(one -> one.pid() == pid).findFirst();
        if (child.isPresent()) {
            return Optional.of(await(child.get()));
        }
        return Optional.ofNullable(finished.get(pid));
    }

    /** Blocks until something happens to a child; empty if a trapped signal came first. */
    public boolean awaitAny() {
        process.await(VirtualClock.NEVER);
        shell.traps().collect();
        return !shell.traps().isPending();
    }

    // finding

    /** All jobs by number. */
    public List<Job> all() {
        List<Job> all = new ArrayList<>(jobs);
        all.sort(Comparator.comparingInt(Job::number));
        return all;
    }

    /** Those that are not in the foreground. */
    public List<Job> listed() {
        return all().stream().filter(job -> !job.isForeground()).toList();
    }

    /** What {@code jobs} shows: in a subshell that has started none, those of its parent. */
    public List<Job> shown() {
        return listed().isEmpty() ? inherited : listed();
    }

    void inherit(JobTable parent) {
        inherited.addAll(parent.listed());
        recent.addAll(parent.recent);
    }

    public Optional<Job> byPid(int pid) {
        return jobs.stream()
                .filter(job -> job.members().stream()
                        .anyMatch(member -> member.process().pid() == pid))
                .findFirst();
    }

    public Optional<Job> byNumber(int number) {
        return jobs.stream().filter(job -> job.number() == number).findFirst();
    }

    /** {@code %+}: the last one stopped, else the last one put into the background. */
    public Optional<Job> current() {
        return ranked(0);
    }

    /** {@code %-}. */
    public Optional<Job> previous() {
        return ranked(1);
    }

    private Optional<Job> ranked(int place) {
        List<Job> candidates = new ArrayList<>();
        for (int i = recent.size() - 1; i >= 0; i--) {
            if (recent.get(i).isStopped()) {
                candidates.add(recent.get(i));
            }
        }
        for (int i = recent.size() - 1; i >= 0; i--) {
            if (!recent.get(i).isStopped()) {
                candidates.add(recent.get(i));
            }
        }
        return candidates.size() > place
                ? Optional.of(candidates.get(place))
                : place == 1 && candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    // telling

    /** A job as the list of jobs shows it. */
    public String line(Job job, boolean pids) {
        job.markNotified();
        return JobPrinter.listed(job, mark(job), pids, process.directory());
    }

    private char mark(Job job) {
        if (current().filter(job::equals).isPresent()) {
            return '+';
        }
        return previous().filter(job::equals).isPresent() ? '-' : ' ';
    }

    /** Tells of jobs that have changed, as a script does, and forgets those that are over and told of. */
    void notifyChanges() {
        for (Job job : all()) {
            if (!job.isNotified()) {
                notifyOf(job);
            }
        }
        cleanUp();
    }

    /** In a script only what a signal has ended is worth a message; the rest waits to be asked for. */
    private void notifyOf(Job job) {
        Optional<Signal> killer = job.last().state() instanceof ProcessState.Killed killed && job.isDone()
                ? Optional.of(killed.signal())
                : Optional.empty();
        if (killer.isEmpty()) {
            if (job.isDone() && job.isForeground()) {
                job.markNotified();
            }
            return;
        }
        if (job.isRunning() || job.isStopped()) {
            return;
        }
        tellOfSignal(job, killer.get());
        job.markNotified();
    }

    private void tellOfSignal(Job job, Signal signal) {
        if (state.dialect.isDash()) {
            tellPlainly(signal);
            return;
        }
        boolean quiet = signal == Signal.INT || signal == Signal.TERM || signal == Signal.PIPE;
        if (!quiet && !shell.traps().isTrapped(signal)) {
            shell.messages().raw(shell.messages().childPrefix() + JobPrinter.ofMessage(job, process.directory()));
        } else if (job.isForeground()) {
            if (signal != Signal.INT && signal != Signal.PIPE) {
                shell.messages().line(JobPrinter.ofSignal(signal));
            }
        } else if (monitors()) {
            shell.messages().raw(JobPrinter.listed(job, mark(job), false, process.directory()));
            if (!job.directory().equals(process.directory())) {
                shell.messages().line("(wd now: " + JobPrinter.polite(process.directory()) + ")");
            }
        }
    }

    /** dash names the signal, no more. */
    private void tellPlainly(Signal signal) {
        if (signal != Signal.INT && signal != Signal.TERM && signal != Signal.PIPE) {
            shell.messages().line(JobPrinter.ofSignal(signal));
        }
    }

    /** Forgets jobs that are over and told of. */
    public void cleanUp() {
        for (Job job : List.copyOf(jobs)) {
            if (job.isDone() && job.isNotified()) {
                remove(job);
            }
        }
    }

    /** Takes a job from the list; {@code wait} still knows how it ended. */
    public void remove(Job job) {
        reap(job);
        jobs.remove(job);
        recent.remove(job);
        for (Job.Member member : job.members()) {
            if (member.process().state().isOver()) {
                finished.put(member.process().pid(), member.process().state().status());
            }
        }
    }
}
