package org.vethlab.shell.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.run.Job;

/** Lists jobs. */
final class Jobs implements Builtin {
    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public String synopsis() {
        return "jobs [-lnprs] [jobspec ...] or jobs -x command [args]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "lnprs");
        List<Job> chosen = new ArrayList<>();
        int status = 0;
        for (String word : flags.rest()) {
            Optional<Job> job = JobSpec.find(shell, this, word);
            job.ifPresent(chosen::add);
            status = job.isPresent() ? status : 1;
        }
        for (Job job : flags.rest().isEmpty() ? shell.jobs().shown() : chosen) {
            boolean shown = (!flags.has('r') || job.isRunning()) && (!flags.has('s') || job.isStopped());
            if (shown) {
                shell.out()
                        .print(
                                flags.has('p')
                                        ? job.group() + "\n"
                                        : shell.jobs().line(job, flags.has('l')));
            }
        }
        shell.jobs().cleanUp();
        return status;
    }
}
