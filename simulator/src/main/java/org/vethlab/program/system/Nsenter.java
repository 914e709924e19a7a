package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.process.Process;
import org.vethlab.process.UtsNamespace;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** nsenter(1) of util-linux 2.38. */
public final class Nsenter implements Program {
    private static final String LETTERS = "+ahVt:m::u::i::n::p::C::U::T::S:G:r::w::W:FZ";
    private static final List<String> LONG_NAMES = List.of(
            "all=a",
            "help=h",
            "version=V",
            "target=t",
            "mount=m",
            "uts=u",
            "ipc=i",
            "net=n",
            "pid=p",
            "user=U",
            "cgroup=C",
            "time=T",
            "setuid=S",
            "setgid=G",
            "root=r",
            "wd=w",
            "wdns=W",
            "no-fork=F",
            "preserve-credentials",
            "follow-context=Z");

    /** In the order in which they are opened and entered. */
    private enum Kind {
        USER("U", "user"),
        CGROUP("C", "cgroup"),
        IPC("i", "ipc"),
        UTS("u", "uts"),
        NET("n", "net"),
        PID("p", "pid"),
        MOUNT("m", "mnt"),
        TIME("T", "time");

        private final String option;
        private final String file;

        Kind(String option, String file) {
            this.option = option;
            this.file = file;
        }
    }

    /** A namespace that was found. */
    private record Opened(Kind kind, Optional<Namespace> net, Optional<UtsNamespace> uts) {}

    @Override
    public String name() {
        return "nsenter";
    }

    @Override
    public String summary() {
        return "run program in different namespaces";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("nsenter", LETTERS, LONG_NAMES).tryHelp(1).parse(context.arguments());
        if (words.has("h")) {
            context.out()
                    .print("\nUsage:\n nsenter [options] [<program> [<argument>...]]\n\n"
                            + "Run a program with namespaces of other processes.\n");
            return 0;
        }
        if (words.has("V")) {
            context.out().println("nsenter from util-linux 2.38.1");
            return 0;
        }
        long target = words.last("t").map(Nsenter::pid).orElse(0L);
        enter(context, words, open(context, words, target), target);
        List<String> command = words.operands().isEmpty()
                ? List.of(context.process().environment().getOrDefault("SHELL", "/bin/sh"))
                : words.operands();
        return Execution.run(context, command, "nsenter: failed to execute " + command.get(0));
    }

    /** strtoul and a cast, as util-linux does: -5 is 4294967291. */
    private static long pid(String word) {
        try {
            return Long.parseLong(word) & 0xffff_ffffL;
        } catch (NumberFormatException e) {
            throw new CommandException(1, "nsenter: failed to parse pid: '" + word + "'");
        }
    }

    private static List<Opened> open(Context context, GetOpt.Result words, long target) {
        if (words.has("a") && target == 0) {
            throw new CommandException(1, "nsenter: no target PID specified for --all");
        }
        List<Opened> opened = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Optional<String> file = words.last(kind.option);
            if (file.isPresent()) {
                opened.add(open(context, kind, file.get()));
            } else if (words.has(kind.option) || words.has("a") && kind != Kind.USER) {
                opened.add(openOf(context, kind, target));
            }
        }
        return opened;
    }

    private static Opened openOf(Context context, Kind kind, long target) {
        if (target == 0) {
            throw new CommandException(1, "nsenter: neither filename nor target pid supplied for ns/" + kind.file);
        }
        return open(context, kind, "/proc/" + target + "/ns/" + kind.file);
    }

    private static Opened open(Context context, Kind kind, String path) {
        try {
            return new Opened(
                    kind, context.files().namespace(path), context.files().utsNamespace(path));
        } catch (NetException e) {
            throw new CommandException(
                    1, "nsenter: cannot open " + path + ": " + e.errno().text());
        }
    }

    private static void enter(Context context, GetOpt.Result words, List<Opened> opened, long target) {
        Process process = context.process();
        for (Opened namespace : opened) {
            switch (namespace.kind()) {
                case NET -> process.enter(namespace.net().orElseThrow(() -> notOne(namespace.kind())));
                case UTS -> process.enter(namespace.uts().orElseThrow(() -> notOne(namespace.kind())));
                case MOUNT -> process.machine().process((int) target).ifPresent(other -> process.sysfs(other.sysfs()));
                // Who enters the user namespace that he is in is refused.
                case USER -> throw notOne(namespace.kind());
                default -> {}
            }
        }
        if (words.has("w")) {
            String directory = words.last("w").orElse("/proc/" + target + "/cwd");
            changeDirectory(context, directory);
        }
        words.last("W").ifPresent(directory -> changeDirectory(context, directory));
    }

    private static CommandException notOne(Kind kind) {
        return new CommandException(
                1, "nsenter: reassociate to namespace 'ns/" + kind.file + "' failed: " + Errno.EINVAL.text());
    }

    private static void changeDirectory(Context context, String directory) {
        try {
            context.process().directory(context.files().realPath(directory));
        } catch (NetException e) {
            throw new CommandException(
                    1, "nsenter: cannot open " + directory + ": " + e.errno().text());
        }
    }
}
