package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.run.Job;

/** Lets stopped jobs go on in the background. */
final class Bg implements Builtin {
    @Override
    public String name() {
        return "bg";
    }

    @Override
    public String synopsis() {
        return "bg [job_spec ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        if (!shell.options().has(SetOption.MONITOR)) {
            throw UsageException.failed("no job control");
        }
        int status = 0;
        List<String> words = arguments.isEmpty() ? List.of("%+") : arguments;
        for (String word : words) {
            Optional<Job> job = arguments.isEmpty() ? JobSpec.current(shell, this) : JobSpec.find(shell, this, word);
            if (job.isEmpty()) {
                status = 1;
            } else if (job.get().isRunning()) {
                shell.messages().error("bg: job " + job.get().number() + " already in background");
            } else {
                shell.jobs().resume(job.get());
                String mark = shell.jobs().current().filter(job.get()::equals).isPresent() ? "+" : "-";
                shell.out().println("[" + job.get().number() + "]" + mark + " " + JobSpec.text(job.get()) + " &");
            }
        }
        return status;
    }
}
