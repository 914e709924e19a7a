package org.vethlab.program.system;

import java.util.List;
import org.vethlab.process.Process;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/**
 * mount(8), as far as labs of network namespaces use it: a network namespace bound to a name below /run/netns, sysfs and
 * proc mounted anew, the propagation of mounts. A lab has one mount namespace.
 */
public final class Mount implements Program {
    private static final String TABLE = "/dev/vda1 on / type ext4 (rw,relatime)\n"
            + "proc on /proc type proc (rw,nosuid,nodev,noexec,relatime)\n"
            + "sysfs on /sys type sysfs (rw,nosuid,nodev,noexec,relatime)\n"
            + "tmpfs on /run type tmpfs (rw,nosuid,nodev,noexec,relatime)\n";
    private static final List<String> LONG_NAMES = List.of(
            "bind=B",
            "rbind=R",
            "move=M",
            "types=t",
            "options=o",
            "make-shared",
            "make-slave",
            "make-private",
            "make-unbindable",
            "make-rshared",
            "make-rslave",
            "make-rprivate",
            "make-runbindable",
            "all=a",
            "no-mtab=n",
            "verbose=v",
            "read-only=r",
            "rw=w",
            "help=h",
            "version=V");

    @Override
    public String name() {
        return "mount";
    }

    @Override
    public String summary() {
        return "mount a filesystem";
    }

    @Override
    public List<String> notSimulated() {
        return List.of("mount of a file system", "mount --bind on a file of /proc or /sys");
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("mount", "BRMt:o:anvrwhV", LONG_NAMES).tryHelp(1).parse(context.arguments());
        if (words.operands().isEmpty() && words.options().isEmpty()) {
            context.out().print(TABLE);
            return 0;
        }
        if (words.operands().isEmpty()) {
            return context.fail(1, "mount: bad usage\nTry 'mount --help' for more information.");
        }
        String target = words.operands().get(words.operands().size() - 1);
        boolean propagation =
                words.options().stream().anyMatch(option -> option.key().startsWith("make-"));
        boolean bind = words.has("B")
                || words.has("R")
                || words.last("o").filter(o -> o.contains("bind")).isPresent();
        if (bind && words.operands().size() == 2) {
            return bind(context, words.operands().get(0), target);
        }
        if (!context.files().exists(target)) {
            return context.fail(
                    32,
                    "mount: " + target + ": mount point does not exist.\n"
                            + "       dmesg(1) may have more information after failed mount system call.");
        }
        return propagation ? 0 : mount(context, words.last("t").orElse(""), target);
    }

    private static int mount(Context context, String type, String target) {
        Process process = context.process();
        switch (type) {
            case "sysfs" -> process.sysfs(process.net());
            case "proc", "tmpfs" -> {}
            default -> throw CommandException.notSimulated("mount of " + target);
        }
        return 0;
    }

    private static int bind(Context context, String source, String target) {
        String name = target.substring(target.lastIndexOf('/') + 1);
        if (!target.equals("/run/netns/" + name) && !target.equals("/var/run/netns/" + name)) {
            throw CommandException.notSimulated("mount --bind on " + target);
        }
        if (!context.files().exists(target)) {
            return context.fail(
                    32,
                    "mount: " + target + ": mount point does not exist.\n"
                            + "       dmesg(1) may have more information after failed mount system call.");
        }
        if (!context.files().exists(source)) {
            return context.fail(
                    32,
                    "mount: " + target + ": special device " + source + " does not exist.\n"
                            + "       dmesg(1) may have more information after failed mount system call.");
        }
        context.files()
                .namespace(source)
                .ifPresent(namespace ->
                        context.process().machine().namedNamespaces().add(name, namespace));
        return 0;
    }
}
