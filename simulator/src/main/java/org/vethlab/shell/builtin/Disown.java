package org.vethlab.shell.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.run.Job;

/** Forgets jobs; they run on. */
final class Disown implements Builtin {
    @Override
    public String name() {
        return "disown";
    }

    @Override
    public String synopsis() {
        return "disown [-h] [-ar] [jobspec ... | pid ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "har");
        List<Job> chosen = new ArrayList<>();
        if (flags.has('a') || flags.rest().isEmpty() && flags.has('r')) {
            chosen.addAll(shell.jobs().listed());
        } else if (flags.rest().isEmpty()) {
            chosen.add(shell.jobs().current().orElseThrow(() -> UsageException.failed("current: no such job")));
        }
        int status = 0;
        for (String word : flags.rest()) {
            Optional<Job> job = JobSpec.find(shell, this, word);
            job.ifPresent(chosen::add);
            status = job.isPresent() ? status : 1;
        }
        for (Job job : chosen) {
            if (!flags.has('h') && (!flags.has('r') || job.isRunning())) {
                warn(shell, job);
                shell.jobs().remove(job);
            }
        }
        return status;
    }

    private static void warn(Interpreter shell, Job job) {
        if (job.isStopped()) {
            shell.messages()
                    .error("warning: deleting stopped job " + job.number() + " with process group " + job.group());
        }
    }
}
