package org.vethlab.program.sysctl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Output;
import org.vethlab.program.Context;

/** Writes what is below /proc/sys. */
final class SysctlWriter {
    private static final int WRITABLE = 0200;

    private final Context context;
    private final SysctlOptions options;

    SysctlWriter(Context context, SysctlOptions options) {
        this.context = context;
        this.options = options;
    }

    /**
     * A line {@code KEY = VALUE}.
     *
     * @param ignoreFailure the line began with a minus
     * @param exclusion a minus and a key alone: patterns leave that key out
     */
    record Setting(SysctlKey key, String value, boolean ignoreFailure, boolean exclusion) {
        boolean isPattern() {
            return key.text().chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
        }

        Setting at(String path) {
            return new Setting(
                    new SysctlKey(path.substring(SysctlKey.DIRECTORY.length())), value, ignoreFailure, exclusion);
        }
    }

    int commandLine(String word) {
        return parse("command line", 0, word).map(this::write).orElse(1);
    }

    /** Reads a line; empty for a comment, for one that does not match the pattern, and for one that is none. */
    Optional<Setting> parse(String file, int number, String line) {
        String text = line.stripLeading();
        boolean comment = text.length() < 2 || text.startsWith("#") || text.startsWith(";");
        if (comment || !options.matches(text)) {
            return Optional.empty();
        }
        boolean minus = text.startsWith("-");
        int equals = text.indexOf('=');
        if (equals < 0 && !minus) {
            context.fail(0, "sysctl: " + file + "(" + number + "): invalid syntax, continuing...");
            return Optional.empty();
        }
        String key = text.substring(minus ? 1 : 0, equals < 0 ? text.length() : equals)
                .stripTrailing();
        String value = equals < 0 ? "" : text.substring(equals + 1).strip();
        return Optional.of(new Setting(new SysctlKey(key), value, minus, equals < 0));
    }

    int write(Setting setting) {
        String path = setting.key().path();
        FileStatus status;
        try {
            status = context.files().status(path);
        } catch (NetException e) {
            return options.ignoreMissing()
                    ? 0
                    : context.fail(
                            1, "sysctl: cannot stat " + path + ": " + e.errno().text());
        }
        if (setting.key().text().isEmpty()) {
            return context.fail(1, "sysctl: Path is not under " + SysctlKey.DIRECTORY + ": " + path);
        }
        String name = setting.key().dotted();
        if ((status.permissions() & WRITABLE) == 0) {
            return context.fail(0, "sysctl: setting key \"" + name + "\": " + Errno.EINVAL.text());
        }
        if (!options.dryRun()) {
            try {
                put(path, setting.value() + "\n");
            } catch (NetException e) {
                return refused(setting, name, e.errno());
            }
        }
        echo(name, setting.value());
        return 0;
    }

    private void put(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Output file = context.files().create(path, false);
        try {
            file.write(bytes, 0, bytes.length);
        } finally {
            file.close();
        }
    }

    private int refused(Setting setting, String name, Errno errno) {
        String ignoring = setting.ignoreFailure() ? ", ignoring" : "";
        boolean denied = errno == Errno.EACCES || errno == Errno.EPERM || errno == Errno.EROFS;
        String complaint = denied
                ? "permission denied on key \"" + name + "\"" + ignoring
                : "setting key \"" + name + "\"" + ignoring + ": " + errno.text();
        return context.fail(setting.ignoreFailure() ? 0 : 1, "sysctl: " + complaint);
    }

    private void echo(String name, String value) {
        if (options.quiet() && !options.dryRun()) {
            return;
        }
        String before = options.valuesOnly() ? "" : name + " = ";
        context.out().print(before + value + (options.binary() ? "" : "\n"));
    }
}
