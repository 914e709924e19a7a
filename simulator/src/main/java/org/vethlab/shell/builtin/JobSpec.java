package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.run.Job;

/** {@code %1}, {@code %+}, {@code %-}, {@code %name}, {@code %?text}, or a pid. */
final class JobSpec {
    private JobSpec() {}

    /** Finds a job, or says that there is none. */
    static Optional<Job> find(Interpreter shell, Builtin builtin, String spec) {
        String sign = spec.startsWith("%") ? spec.substring(1) : spec;
        if (byText(shell.jobs().listed(), sign).size() > 1 && !sign.isEmpty()) {
            shell.messages().error(builtin.name() + ": " + sign + ": ambiguous job spec");
            shell.messages().error(builtin.name() + ": " + spec + ": no such job");
            return Optional.empty();
        }
        boolean pid = !spec.startsWith("%") && Numeric.isNumber(spec);
        Optional<Job> job = pid ? shell.jobs().byPid(Numeric.parse(spec)) : bySign(shell, sign);
        if (job.isEmpty()) {
            shell.messages().error(builtin.name() + ": " + spec + ": no such job");
        }
        return job;
    }

    static Optional<Job> current(Interpreter shell, Builtin builtin) {
        Optional<Job> job = shell.jobs().current();
        if (job.isEmpty()) {
            shell.messages().error(builtin.name() + ": current: no such job");
        }
        return job;
    }

    private static Optional<Job> bySign(Interpreter shell, String sign) {
        return switch (sign) {
            case "", "%", "+" -> shell.jobs().current();
            case "-" -> shell.jobs().previous();
            default ->
                Numeric.isNumber(sign)
                        ? shell.jobs().byNumber(Numeric.parse(sign))
                        : byText(shell.jobs().listed(), sign).stream().findFirst();
        };
    }

    private static List<Job> byText(List<Job> jobs, String sign) {
        boolean anywhere = sign.startsWith("?");
        String wanted = anywhere ? sign.substring(1) : sign;
        return jobs.stream()
                .filter(job -> anywhere ? text(job).contains(wanted) : text(job).startsWith(wanted))
                .toList();
    }

    static String text(Job job) {
        return String.join(
                " | ", job.members().stream().map(member -> member.text().get()).toList());
    }
}
