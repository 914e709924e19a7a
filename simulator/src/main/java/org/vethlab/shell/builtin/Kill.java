package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Machine;
import org.vethlab.process.Signal;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.run.Job;

/** Sends signals. */
final class Kill implements Builtin {
    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String synopsis() {
        return "kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new UsageException("", true, 2);
        }
        String first = arguments.get(0);
        List<String> rest = arguments.subList(1, arguments.size());
        if (first.equals("-l") || first.equals("-L")) {
            return SignalNames.list(shell, rest);
        }
        if (first.equals("-s") || first.equals("-n")) {
            if (rest.isEmpty()) {
                throw UsageException.failed(first + ": option requires an argument");
            }
            return send(shell, signal(rest.get(0)), rest.subList(1, rest.size()));
        }
        if (first.equals("--")) {
            return send(shell, Optional.of(Signal.TERM), rest);
        }
        if (shell.isDash() && first.matches("-(?i:sig).*")) {
            throw UsageException.invalidOption(first.substring(0, 2));
        }
        if (first.startsWith("-") && first.length() > 1) {
            return send(shell, signal(first.substring(1)), rest);
        }
        return send(shell, Optional.of(Signal.TERM), arguments);
    }

    /** Empty for signal 0, which only asks whether the process is there. */
    private static Optional<Signal> signal(String word) {
        if (word.equals("0") || word.equals("EXIT")) {
            return Optional.empty();
        }
        return Optional.of(SignalNames.find(word)
                .orElseThrow(() -> UsageException.failed(word + ": invalid signal specification")));
    }

    private int send(Interpreter shell, Optional<Signal> signal, List<String> targets) {
        List<String> words =
                !targets.isEmpty() && targets.get(0).equals("--") ? targets.subList(1, targets.size()) : targets;
        if (words.isEmpty()) {
            throw new UsageException("", true, 2);
        }
        boolean any = false;
        for (String word : words) {
            any |= word.startsWith("%") ? toJob(shell, signal, word) : toProcess(shell, signal, word);
        }
        return any ? 0 : 1;
    }

    private boolean toJob(Interpreter shell, Optional<Signal> signal, String spec) {
        Optional<Job> job = JobSpec.find(shell, this, spec);
        if (job.isEmpty()) {
            return false;
        }
        if (job.get().isDone()) {
            shell.messages()
                    .error("kill: (" + job.get().members().get(0).process().pid() + ") - " + Errno.ESRCH.text());
            return false;
        }
        signal.ifPresent(sent -> {
            job.get().members().forEach(member -> member.process().signal(sent));
            if (job.get().isStopped() && (sent == Signal.TERM || sent == Signal.HUP)) {
                job.get().members().forEach(member -> member.process().signal(Signal.CONT));
            }
        });
        return true;
    }

    private static boolean toProcess(Interpreter shell, Optional<Signal> signal, String word) {
        if (!word.matches("-?[0-9]{1,9}")) {
            shell.messages().error("kill: " + word + ": arguments must be process or job IDs");
            return false;
        }
        try {
            deliver(shell, signal, Integer.parseInt(word));
            return true;
        } catch (NetException e) {
            shell.messages().error("kill: (" + word + ") - " + e.errno().text());
            return false;
        }
    }

    /** A negative number means a process group, 0 the shell's own. */
    private static void deliver(Interpreter shell, Optional<Signal> signal, int target) {
        Machine machine = shell.process().machine();
        if (target > 0) {
            if (machine.process(target).isEmpty()) {
                throw new NetException(Errno.ESRCH);
            }
            signal.ifPresent(sent -> machine.signal(target, sent));
        } else {
            int group = target == 0 ? shell.process().group() : -target;
            signal.ifPresent(sent -> machine.signalGroup(group, sent));
        }
        if (target == shell.process().pid()) {
            shell.process().checkSignals();
        }
    }
}
