package org.vethlab.program.ip;

import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;

/** The names under {@code /run/netns}. */
final class NamedNamespaces {
    private NamedNamespaces() {}

    /** The namespace of that name. @throws CommandException as netns_switch says it, status 255 */
    static Namespace open(Context context, String name) {
        return context.process()
                .machine()
                .namedNamespaces()
                .find(name)
                .orElseThrow(() -> new CommandException(
                        CommandException.USAGE,
                        "Cannot open network namespace \"" + name + "\": " + Errno.ENOENT.text()));
    }
}
