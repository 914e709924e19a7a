package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.run.Job;

/** Brings a job to the foreground. */
final class Fg implements Builtin {
    @Override
    public String name() {
        return "fg";
    }

    @Override
    public String synopsis() {
        return "fg [job_spec]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        if (!shell.options().has(SetOption.MONITOR)) {
            throw UsageException.failed("no job control");
        }
        Optional<Job> job =
                arguments.isEmpty() ? JobSpec.current(shell, this) : JobSpec.find(shell, this, arguments.get(0));
        if (job.isEmpty()) {
            return 1;
        }
        shell.out().println(JobSpec.text(job.get()));
        return shell.jobs().bringToForeground(job.get());
    }
}
