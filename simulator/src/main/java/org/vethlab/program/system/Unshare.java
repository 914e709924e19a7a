package org.vethlab.program.system;

import java.util.List;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;
import org.vethlab.process.Signal;
import org.vethlab.process.SignalException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** unshare(1) of util-linux 2.38. Network and UTS namespaces are real; of the other kinds a lab has one each. */
public final class Unshare implements Program {
    private static final List<String> LONG_NAMES = List.of(
            "help=h",
            "version=V",
            "mount::",
            "uts::",
            "ipc::",
            "net::",
            "pid::",
            "user::",
            "cgroup::",
            "time::",
            "fork=f",
            "kill-child::",
            "mount-proc::",
            "map-user:",
            "map-users:",
            "map-group:",
            "map-groups:",
            "map-root-user=r",
            "map-current-user=c",
            "map-auto",
            "propagation:",
            "setgroups:",
            "keep-caps",
            "setuid=S",
            "setgid=G",
            "root=R",
            "wd=w",
            "monotonic:",
            "boottime:");

    @Override
    public String name() {
        return "unshare";
    }

    @Override
    public String summary() {
        return "run program in new namespaces";
    }

    @Override
    public List<String> notSimulated() {
        return List.of("unshare --root");
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words = new GetOpt("unshare", "+fhVmuinpCTUrR:w:S:G:c", LONG_NAMES)
                .tryHelp(1)
                .parse(context.arguments());
        if (words.has("h")) {
            context.out()
                    .print("\nUsage:\n unshare [options] [<program> [<argument>...]]\n\n"
                            + "Run a program with some namespaces unshared from the parent.\n");
            return 0;
        }
        if (words.has("V")) {
            context.out().println("unshare from util-linux 2.38.1");
            return 0;
        }
        check(words);
        enter(context, words);
        List<String> command = words.operands().isEmpty()
                ? List.of(context.process().environment().getOrDefault("SHELL", "/bin/sh"))
                : words.operands();
        return words.has("f") || words.has("kill-child") ? fork(context, command) : execute(context, command);
    }

    private static void check(GetOpt.Result words) {
        words.last("kill-child").filter(name -> Signal.of(name).isEmpty()).ifPresent(name -> {
            throw new CommandException(1, "unshare: unknown signal: " + name);
        });
        words.last("setgroups")
                .filter(word -> !List.of("allow", "deny").contains(word))
                .ifPresent(word -> {
                    throw new CommandException(1, "unshare: unsupported --setgroups argument '" + word + "'");
                });
        List<String> modes = List.of("slave", "private", "shared", "unchanged");
        words.last("propagation").filter(mode -> !modes.contains(mode)).ifPresent(mode -> {
            throw new CommandException(1, "unshare: unsupported propagation mode: " + mode);
        });
        if (words.has("R")) {
            throw CommandException.notSimulated("unshare --root");
        }
    }

    private static void enter(Context context, GetOpt.Result words) {
        Process process = context.process();
        if (words.has("n") || words.has("net")) {
            process.enter(process.machine().world().createNamespace());
            words.last("net").ifPresent(path -> bind(context, path));
        }
        if (words.has("u") || words.has("uts")) {
            process.enter(process.machine().copy(process.uts()));
        }
        words.last("w").ifPresent(directory -> changeDirectory(context, directory));
    }

    /** A namespace is bound to a file only below /run/netns, where {@code ip netns} finds it. */
    private static void bind(Context context, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!path.equals("/run/netns/" + name) && !path.equals("/var/run/netns/" + name)) {
            throw CommandException.notSimulated("a namespace bound to " + path);
        }
        if (!context.files().exists(path)) {
            String file = "/proc/" + context.process().pid() + "/ns/net";
            throw new CommandException(1, "unshare: mount " + file + " on " + path + " failed: " + Errno.ENOENT.text());
        }
        context.process().machine().namedNamespaces().add(name, context.net());
    }

    private static void changeDirectory(Context context, String directory) {
        try {
            context.process().directory(context.files().realPath(directory));
        } catch (NetException e) {
            throw new CommandException(
                    1,
                    "unshare: cannot chdir to '" + directory + "': " + e.errno().text());
        }
    }

    /** The child's end is its own: its status, or the signal that ended it. */
    private static int fork(Context context, List<String> command) {
        Process child = context.process().fork(self -> execute(new Context(self, List.of("unshare")), command));
        ProcessState end = context.process().waitFor(child);
        if (end instanceof ProcessState.Killed killed) {
            throw new SignalException(killed.signal());
        }
        return end.status();
    }

    private static int execute(Context context, List<String> command) {
        return Execution.run(context, command, "unshare: failed to execute " + command.get(0));
    }
}
