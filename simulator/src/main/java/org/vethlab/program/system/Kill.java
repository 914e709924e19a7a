package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Machine;
import org.vethlab.process.Signal;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** kill(1) of procps 4, which a shell's own kill hides unless it is called by its path. */
public final class Kill implements Program {
    private static final String USAGE = "\nUsage:\n kill [options] <pid> [...]\n\nOptions:\n"
            + " <pid> [...]            send signal to every <pid> listed\n"
            + " -<signal>, -s, --signal <signal>\n"
            + "                        specify the <signal> to be sent\n"
            + " -q, --queue <value>    integer value to be sent with the signal\n"
            + " -l, --list=[<signal>]  list all signal names, or convert one to a name\n"
            + " -L, --table            list all signal names in a nice table\n\n"
            + " -h, --help     display this help and exit\n"
            + " -V, --version  output version information and exit\n\nFor more details see kill(1).";

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String summary() {
        return "send a signal to a process";
    }

    @Override
    public int run(Context context) {
        List<String> words = new ArrayList<>(context.arguments());
        if (!words.isEmpty() && (words.get(0).equals("-l") || words.get(0).startsWith("--list"))) {
            return list(context, words.subList(1, words.size()));
        }
        Optional<Signal> signal = takeSignal(context, words);
        boolean test = words.remove("-0");
        if (words.isEmpty()) {
            throw new CommandException(1, USAGE);
        }
        int status = 0;
        for (String word : words) {
            status |= test ? send(context, word, Optional.empty()) : send(context, word, signal);
        }
        return status;
    }

    private static Optional<Signal> takeSignal(Context context, List<String> words) {
        if (words.isEmpty() || !words.get(0).startsWith("-") || words.get(0).equals("-0")) {
            return Optional.of(Signal.TERM);
        }
        String word = words.remove(0);
        if (word.equals("--")) {
            return Optional.of(Signal.TERM);
        }
        if (word.equals("-s") || word.equals("--signal") || word.equals("-n")) {
            String name = words.isEmpty() ? "" : words.remove(0);
            return Optional.of(Signal.of(name).orElseThrow(() -> invalid(context, name.isEmpty() ? "s" : name)));
        }
        return Optional.of(SignalWords.behindHyphen(word).orElseThrow(() -> invalid(context, word.substring(1, 2))));
    }

    private static CommandException invalid(Context context, String argument) {
        return new CommandException(1, context.name() + ": invalid argument " + argument + "\n" + USAGE);
    }

    private static int send(Context context, String word, Optional<Signal> signal) {
        int pid;
        try {
            pid = Integer.parseInt(word);
        } catch (NumberFormatException e) {
            return context.fail(1, context.name() + ": failed to parse argument: '" + word + "'");
        }
        try {
            deliver(context, pid, signal);
            return 0;
        } catch (NetException e) {
            return context.fail(
                    1, context.name() + ": (" + pid + "): " + e.errno().text());
        }
    }

    private static void deliver(Context context, int pid, Optional<Signal> signal) {
        Machine machine = context.process().machine();
        if (signal.isEmpty()) {
            if (machine.process(Math.abs(pid)).isEmpty()) {
                throw new NetException(Errno.ESRCH);
            }
        } else if (pid > 0) {
            machine.signal(pid, signal.get());
        } else {
            machine.signalGroup(pid == 0 ? context.process().group() : -pid, signal.get());
        }
    }

    private static int list(Context context, List<String> words) {
        if (words.isEmpty()) {
            context.out().print(SignalWords.LIST);
            return 0;
        }
        Signal signal = Signal.of(words.get(0)).orElseThrow(() -> invalid(context, words.get(0)));
        boolean number = Character.isDigit(words.get(0).charAt(0));
        context.out().println(number ? signal.name() : Integer.toString(signal.number()));
        return 0;
    }
}
