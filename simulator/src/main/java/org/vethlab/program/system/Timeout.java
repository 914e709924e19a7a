package org.vethlab.program.system;

import java.util.List;
import java.util.OptionalLong;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;
import org.vethlab.process.Signal;
import org.vethlab.process.SignalException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;
import org.vethlab.time.VirtualClock;

/** timeout(1) of coreutils. */
public final class Timeout implements Program {
    private static final int FAILED = 125;
    private static final int TIMED_OUT = 124;
    private static final List<String> LONG_NAMES =
            List.of("kill-after=k", "signal=s", "verbose=v", "foreground", "preserve-status", "help", "version");

    @Override
    public String name() {
        return "timeout";
    }

    @Override
    public String summary() {
        return "run a command with a time limit";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("timeout", "+k:s:v", LONG_NAMES).tryHelp(FAILED).parse(context.arguments());
        Signal signal = words.last("s").map(Timeout::signal).orElse(Signal.TERM);
        long killAfter = words.last("k").map(Timeout::interval).orElse(0L);
        if (words.operands().size() < 2) {
            return context.fail(FAILED, "Try 'timeout --help' for more information.");
        }
        long limit = interval(words.operands().get(0));
        List<String> command = words.operands().subList(1, words.operands().size());
        return new Watch(context, words, signal, killAfter).run(command, limit);
    }

    private static Signal signal(String word) {
        return Signal.of(word)
                .orElseThrow(() -> new CommandException(
                        FAILED, "timeout: ‘" + word + "’: invalid signal\nTry 'timeout --help' for more information."));
    }

    private static long interval(String word) {
        OptionalLong nanos = Interval.parse(word);
        if (nanos.isEmpty()) {
            throw new CommandException(
                    FAILED,
                    "timeout: invalid time interval ‘" + word + "’\nTry 'timeout --help' for more information.");
        }
        return nanos.getAsLong();
    }

    /** The command as a child, and the clock. */
    private static final class Watch {
        private final Context context;
        private final GetOpt.Result words;
        private final long killAfter;
        private Signal signal;
        private boolean timedOut;

        Watch(Context context, GetOpt.Result words, Signal signal, long killAfter) {
            this.context = context;
            this.words = words;
            this.signal = signal;
            this.killAfter = killAfter;
        }

        int run(List<String> command, long limit) {
            Process self = context.process();
            if (!words.has("foreground")) {
                self.group(self.pid());
            }
            Process child = self.fork(mine -> {
                if (limit != 0) {
                    mine.limited();
                }
                return Execution.run(
                        new Context(mine, command), command, "timeout: failed to run command ‘" + command.get(0) + "’");
            });
            long deadline = limit == 0 || limit == VirtualClock.NEVER ? VirtualClock.NEVER : now() + limit;
            return watch(child, command.get(0), deadline);
        }

        private int watch(Process child, String name, long first) {
            long deadline = first;
            while (!child.state().isOver()) {
                if (now() >= deadline) {
                    deadline = expire(child, name);
                }
                await(child, deadline);
            }
            context.process().reap(child);
            return status(child.state());
        }

        /** Signals that reach timeout are handed on to the command. */
        private void await(Process child, long deadline) {
            try {
                if (!child.state().isOver()) {
                    context.process().await(deadline);
                }
            } catch (SignalException e) {
                if (e.signal() == Signal.KILL) {
                    throw e;
                }
                send(child, e.signal());
            }
        }

        /** To the command and, through their common group, to whatever it has started. */
        private void send(Process child, Signal sent) {
            child.signal(sent);
            Process self = context.process();
            if (!words.has("foreground")) {
                self.machine().processes().stream()
                        .filter(other -> other.group() == self.group() && other != self && other != child)
                        .forEach(other -> other.signal(sent));
            }
            if (!words.has("foreground") && sent == Signal.KILL) {
                self.signal(sent); // the group is its own, and nobody can ignore this one
            }
        }

        private long expire(Process child, String name) {
            timedOut = true;
            if (words.has("v")) {
                context.err().println("timeout: sending signal " + signal.name() + " to command ‘" + name + "’");
            }
            send(child, signal);
            if (signal != Signal.KILL) {
                send(child, Signal.CONT);
            }
            if (killAfter == 0 || signal == Signal.KILL) {
                return VirtualClock.NEVER;
            }
            signal = Signal.KILL;
            return now() + killAfter;
        }

        private int status(ProcessState end) {
            boolean killed = end instanceof ProcessState.Killed kill && kill.signal() == Signal.KILL;
            if (!timedOut || words.has("preserve-status") || killed) {
                return end.status();
            }
            return TIMED_OUT;
        }

        private long now() {
            return context.clock().now();
        }
    }
}
