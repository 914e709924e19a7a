package org.vethlab.program.sysctl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.vethlab.net.NetException;
import org.vethlab.program.Context;
import org.vethlab.program.Glob;
import org.vethlab.program.sysctl.SysctlWriter.Setting;

/** Files of settings: {@code sysctl -p} and {@code --system}. All are read before the first setting is made. */
final class SysctlFiles {
    private static final String DEFAULT_FILE = "/etc/sysctl.conf";

    /** Of files with the same name the one in the earlier directory counts. */
    private static final List<String> DIRECTORIES =
            List.of("/etc/sysctl.d", "/run/sysctl.d", "/usr/local/lib/sysctl.d", "/usr/lib/sysctl.d", "/lib/sysctl.d");

    private final Context context;
    private final SysctlOptions options;
    private final SysctlWriter writer;
    private final List<Setting> settings = new ArrayList<>();
    private int status;

    SysctlFiles(Context context, SysctlOptions options, SysctlWriter writer) {
        this.context = context;
        this.options = options;
        this.writer = writer;
    }

    /** The file behind {@code -p} and those that are named besides, or /etc/sysctl.conf. */
    int load(Optional<String> named, List<String> more) {
        if (named.isEmpty() && more.isEmpty()) {
            read(DEFAULT_FILE);
        }
        named.ifPresent(this::read);
        more.forEach(this::read);
        return write();
    }

    int system() {
        TreeMap<String, String> files = new TreeMap<>();
        for (String directory : DIRECTORIES) {
            if (context.files().isDirectory(directory)) {
                for (String name : context.files().list(directory)) {
                    if (name.endsWith(".conf")) {
                        files.putIfAbsent(name, directory + "/" + name);
                    }
                }
            }
        }
        files.values().forEach(this::apply);
        if (context.files().exists(DEFAULT_FILE)) {
            apply(DEFAULT_FILE);
        }
        return write();
    }

    private void apply(String file) {
        if (!options.quiet()) {
            context.out().println("* Applying " + file + " ...");
        }
        read(file);
    }

    private void read(String file) {
        byte[] bytes;
        try {
            bytes = file.equals("-") ? context.in().readAll() : context.files().read(file);
        } catch (NetException e) {
            status = context.fail(
                    1, "sysctl: cannot open \"" + file + "\": " + e.errno().text());
            return;
        }
        int number = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            writer.parse(file, number, line).ifPresent(settings::add);
        }
    }

    private int write() {
        for (Setting setting : settings) {
            if (setting.exclusion()) {
                continue;
            }
            if (!setting.isPattern()) {
                status |= writer.write(setting);
                continue;
            }
            for (String path : matching(setting.key().path())) {
                if (settings.stream().noneMatch(other -> names(other, path))) {
                    status |= writer.write(setting.at(path));
                }
            }
        }
        return status;
    }

    /** Whether a setting names a file itself, or excludes it: a pattern then leaves it alone. */
    private static boolean names(Setting setting, String path) {
        String own = setting.key().path();
        return own.equals(path) || setting.exclusion() && Glob.matches(own, path);
    }

    /** glob(3). */
    private List<String> matching(String pattern) {
        List<String> found = List.of("/");
        for (String part : pattern.substring(1).split("/", -1)) {
            List<String> deeper = new ArrayList<>();
            for (String directory : found) {
                if (context.files().isDirectory(directory)) {
                    context.files().list(directory).stream()
                            .filter(name -> Glob.matches(part, name))
                            .forEach(name -> deeper.add(directory + (directory.equals("/") ? "" : "/") + name));
                }
            }
            found = deeper;
        }
        return found;
    }
}
