package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.process.NamedNamespaces;
import org.vethlab.process.Process;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Numbers;

/** How commands name a namespace: by its name under {@code /run/netns}, by a path, or by the number of a process. */
public final class NamespaceNames {
    private static final String DIRECTORY = "/run/netns/";

    private NamespaceNames() {}

    /** The namespace of that name. @throws CommandException as netns_switch says it, status 255 */
    public static Namespace open(Context context, String name) {
        return named(context)
                .find(name)
                .orElseThrow(() -> new CommandException(
                        CommandException.USAGE,
                        "Cannot open network namespace \"" + name + "\": " + Errno.ENOENT.text()));
    }

    /** What {@code netns WORD} of a link means (netns_get_fd, then a pid). @throws CommandException status 255 */
    static Namespace ofLink(Context context, String word) {
        Optional<Namespace> found = byPath(context, word);
        if (found.isPresent()) {
            return found.get();
        }
        OptionalInt pid = Numbers.integer(word);
        if (pid.isEmpty()) {
            throw CommandException.wrong(word, "Invalid \"netns\" value\n");
        }
        return context.process()
                .machine()
                .process(pid.getAsInt())
                .map(Process::net)
                .orElseThrow(() -> new NetException(Errno.ESRCH));
    }

    /** The newest name of a namespace, which is the one that {@code link-netns} shows. */
    static Optional<String> nameOf(Context context, Namespace namespace) {
        return named(context).namesOf(namespace).stream().findFirst();
    }

    /** Enters a namespace as netns_switch does: with a /sys of its own. */
    public static void enter(Process process, Namespace namespace) {
        process.enter(namespace);
        process.sysfs(namespace);
    }

    static NamedNamespaces named(Context context) {
        return context.process().machine().namedNamespaces();
    }

    private static Optional<Namespace> byPath(Context context, String word) {
        String path = word.startsWith("/var" + DIRECTORY) ? word.substring(4) : word;
        if (path.startsWith(DIRECTORY)) {
            return named(context).find(path.substring(DIRECTORY.length()));
        }
        if (path.startsWith("/proc/") && path.endsWith("/ns/net")) {
            String pid = path.substring(6, path.length() - 7);
            return process(context, pid).map(Process::net);
        }
        return named(context).find(word);
    }

    private static Optional<Process> process(Context context, String pid) {
        if (pid.equals("self")) {
            return Optional.of(context.process());
        }
        OptionalInt number = Numbers.integer(pid);
        return number.isPresent() ? context.process().machine().process(number.getAsInt()) : Optional.empty();
    }
}
