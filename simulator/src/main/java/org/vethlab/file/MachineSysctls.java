package org.vethlab.file;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.vethlab.process.Process;

/** The sysctls that belong to no network namespace: those of kernel/, fs/ and vm/ that scripts look at. */
final class MachineSysctls {
    /** One of them, as a process sees it. */
    interface Entry {
        Node node(Process viewer);
    }

    private static final TreeMap<String, Entry> ENTRIES = new TreeMap<>();

    static {
        text("abi/vsyscall32", "1");
        text("debug/exception-trace", "1");
        text("dev/tty/ldisc_autoload", "1");
        text("fs/file-max", "9223372036854775807");
        text("fs/pipe-max-size", "1048576");
        text("kernel/arch", "x86_64");
        text("kernel/domainname", "(none)");
        ENTRIES.put(
                "kernel/hostname",
                viewer -> GeneratedFile.writable(
                        () -> viewer.uts().hostname() + "\n",
                        text -> viewer.uts().hostname(text.strip())));
        text("kernel/osrelease", Proc.RELEASE);
        text("kernel/ostype", "Linux");
        text("kernel/pid_max", "4194304");
        text("kernel/printk", "4\t4\t1\t7");
        text("kernel/random/boot_id", "2b1f4c2e-6f0a-4d6c-9f0e-7c5c1f9a3d10");
        text("kernel/version", Proc.VERSION);
        text("user/max_net_namespaces", "63664");
        text("vm/overcommit_memory", "0");
        text("vm/swappiness", "60");
    }

    private MachineSysctls() {}

    static List<String> names() {
        return List.copyOf(ENTRIES.keySet());
    }

    static Optional<Entry> find(String path) {
        return Optional.ofNullable(ENTRIES.get(path));
    }

    private static void text(String path, String value) {
        ENTRIES.put(path, viewer -> GeneratedFile.of(() -> value + "\n"));
    }
}
