package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.run.Job;

/** Waits for jobs and returns their status. */
final class Wait implements Builtin {
    @Override
    public String name() {
        return "wait";
    }

    @Override
    public String synopsis() {
        return "wait [-fn] [-p var] [id ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "fnp:");
        if (flags.has('n')) {
            return next(shell, flags);
        }
        if (flags.rest().isEmpty()) {
            return all(shell);
        }
        int status = 0;
        for (String word : flags.rest()) {
            status = one(shell, word);
        }
        return status;
    }

    private static int all(Interpreter shell) {
        for (Optional<Job> job = firstRunning(shell); job.isPresent(); job = firstRunning(shell)) {
            if (shell.jobs().waitFor(job.get()).isEmpty()) {
                return shell.traps().interruptedStatus();
            }
        }
        int latest = shell.lastBackground().orElse(0);
        for (Job job : List.copyOf(shell.jobs().listed())) {
            // Surprising: the job of $! stays in the list, its number taken (mark_dead_jobs_as_notified).
            if (job.isDone() && job.lastPid() != latest) {
                shell.jobs().remove(job);
            }
        }
        shell.jobs().awaitUnlisted();
        return 0;
    }

    /** Surprising: bash tells of stopped jobs each time it looks for one to wait for, as far as it has to look. */
    private static Optional<Job> firstRunning(Interpreter shell) {
        for (Job job : List.copyOf(shell.jobs().listed())) {
            if (job.isStopped()) {
                int pid = job.lastPid();
                shell.messages().error("wait: warning: job " + job.number() + "[" + pid + "] stopped");
            }
            if (job.isRunning()) {
                return Optional.of(job);
            }
        }
        return Optional.empty();
    }

    private int one(Interpreter shell, String word) {
        if (!word.startsWith("%") && !word.matches("[0-9]{1,9}")) {
            shell.messages().error("wait: `" + word + "': not a pid or valid job spec");
            return 1;
        }
        Optional<Job> job = word.startsWith("%")
                ? JobSpec.find(shell, this, word)
                : shell.jobs().byPid(Integer.parseInt(word));
        if (job.isPresent()) {
            return shell.jobs().waitFor(job.get()).orElseGet(() -> shell.traps().interruptedStatus());
        }
        if (word.startsWith("%")) {
            return NOT_A_CHILD;
        }
        Optional<Integer> finished = shell.jobs().finishedStatus(Integer.parseInt(word));
        if (finished.isEmpty() && !shell.isDash()) {
            shell.messages().error("wait: pid " + word + " is not a child of this shell");
        }
        return finished.orElse(NOT_A_CHILD);
    }

    private static final int NOT_A_CHILD = 127;

    /** {@code wait -n}: for whichever job ends first. */
    private int next(Interpreter shell, Flags flags) {
        List<Job> candidates = flags.rest().isEmpty()
                ? shell.jobs().listed()
                : flags.rest().stream()
                        .flatMap(word -> JobSpec.find(shell, this, word).stream())
                        .toList();
        while (!candidates.isEmpty()) {
            Optional<Job> done = candidates.stream().filter(Job::isDone).findFirst();
            if (done.isPresent()) {
                flags.value('p')
                        .ifPresent(name -> shell.variables()
                                .assign(name, Integer.toString(done.get().group())));
                int status = shell.jobs().status(done.get());
                shell.jobs().remove(done.get());
                return status;
            }
            if (candidates.stream().noneMatch(Job::isRunning)) {
                break;
            }
            if (!shell.jobs().awaitAny()) {
                return shell.traps().interruptedStatus();
            }
        }
        return NOT_A_CHILD;
    }
}
