package org.vethlab.program.sysctl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.program.Context;

/** Prints what is below /proc/sys. */
final class SysctlReader {
    private static final int READABLE = 0400;
    private static final Set<String> DEPRECATED = Set.of("base_reachable_time", "retrans_time");
    private static final Set<String> NEVER_LISTED = Set.of("stable_secret");

    private final Context context;
    private final SysctlOptions options;

    SysctlReader(Context context, SysctlOptions options) {
        this.context = context;
        this.options = options;
    }

    int all(boolean withDeprecated) {
        return directory(SysctlKey.DIRECTORY, withDeprecated);
    }

    /** Prints a key, or all keys in a directory. @return 0 or 1; 255 for nothing at all */
    int read(String word) {
        if (word.isEmpty()) {
            return context.fail(-1, "sysctl: \"\" is an unknown key");
        }
        SysctlKey key = new SysctlKey(word);
        if (!key.complaint().isEmpty()) {
            context.fail(0, "sysctl: " + key.complaint());
        }
        FileStatus status;
        try {
            status = context.files().status(key.path());
        } catch (NetException e) {
            return options.ignoreMissing()
                    ? 0
                    : context.fail(
                            1,
                            "sysctl: cannot stat " + key.path() + ": "
                                    + e.errno().text());
        }
        if ((status.permissions() & READABLE) == 0) {
            return 0;
        }
        if (!isBelowDirectory(key.path())) {
            return context.fail(-1, "sysctl: Path is not under " + SysctlKey.DIRECTORY + ": " + key.path());
        }
        return status.isDirectory() ? directory(key.path() + "/", true) : file(key);
    }

    private boolean isBelowDirectory(String path) {
        return context.files().realPath(path).startsWith(SysctlKey.DIRECTORY);
    }

    private int directory(String path, boolean withDeprecated) {
        int status = 0;
        List<String> names = context.files().list(path);
        for (String name : names) {
            if (NEVER_LISTED.contains(name) || !withDeprecated && DEPRECATED.contains(name)) {
                continue;
            }
            String whole = path + name;
            if (context.files().isDirectory(whole)) {
                directory(whole + "/", withDeprecated);
            } else {
                status |= read(whole.substring(SysctlKey.DIRECTORY.length()));
            }
        }
        return status;
    }

    private int file(SysctlKey key) {
        if (!options.matches(key.dotted())) {
            return 0;
        }
        if (options.namesOnly()) {
            context.out().println(key.dotted());
            return 0;
        }
        String text;
        try {
            text = new String(context.files().read(key.path()), StandardCharsets.UTF_8);
        } catch (NetException e) {
            return refused(key, e.errno());
        }
        for (String line : text.isEmpty() ? new String[0] : text.stripTrailing().split("\n", -1)) {
            String name = options.valuesOnly() ? "" : key.dotted() + " = ";
            context.out().print(name + line + (options.binary() ? "" : "\n"));
        }
        return 0;
    }

    private int refused(SysctlKey key, Errno errno) {
        if (errno == Errno.EIO) {
            return 1;
        }
        String complaint = errno == Errno.EACCES
                ? "permission denied on key '" + key.dotted() + "'"
                : "reading key \"" + key.dotted() + "\": " + errno.text();
        return context.fail(1, "sysctl: " + complaint);
    }
}
