package org.vethlab.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Machine;
import org.vethlab.process.Process;

/** /proc: a directory for each process, and what the kernel tells about itself. */
record Proc() implements Node.Directory {
    private static final List<String> FIXED = List.of(
            "cmdline",
            "filesystems",
            "loadavg",
            "mounts",
            "net",
            "self",
            "stat",
            "sys",
            "thread-self",
            "uptime",
            "version");

    /** As {@code uname -r} and {@code uname -v} of Debian 12. */
    static final String RELEASE = "6.1.0-37-amd64";

    static final String VERSION = "#1 SMP PREEMPT_DYNAMIC Debian 6.1.140-1 (2025-05-22)";

    @Override
    public FileStatus status(Process viewer) {
        return new FileStatus(FileStatus.Type.DIRECTORY, 0555, 0, 1, 2, 0);
    }

    @Override
    public Errno refusal() {
        return Errno.ENOENT;
    }

    @Override
    public List<String> names(Process viewer) {
        List<String> names = new ArrayList<>(FIXED);
        viewer.machine().processes().forEach(process -> names.add(Integer.toString(process.pid())));
        return names;
    }

    @Override
    public Optional<Node> child(Process viewer, String name) {
        if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
            return processDirectory(viewer.machine(), name);
        }
        Machine machine = viewer.machine();
        return switch (name) {
            case "self" -> Optional.of(SymbolicLink.to(process -> Integer.toString(process.pid())));
            case "thread-self" -> Optional.of(SymbolicLink.to(process -> process.pid() + "/task/" + process.pid()));
            case "net" -> Optional.of(SymbolicLink.to("self/net", 0));
            case "mounts" -> Optional.of(SymbolicLink.to("self/mounts", 0));
            case "sys" -> Optional.of(new ProcSys(""));
            case "uptime" -> file(uptime(machine));
            case "loadavg" -> file("0.00 0.00 0.00 1/" + machine.processes().size() + " " + lastPid(machine) + "\n");
            case "version" -> file("Linux version " + RELEASE + " (debian-kernel@lists.debian.org) " + VERSION + "\n");
            case "cmdline" -> file("BOOT_IMAGE=/boot/vmlinuz-" + RELEASE + " root=/dev/vda1 ro quiet\n");
            case "filesystems" -> file("nodev\tsysfs\nnodev\ttmpfs\nnodev\tproc\n\text4\n");
            case "stat" -> file("btime " + machine.clock().bootSeconds() + "\nprocesses " + lastPid(machine) + "\n");
            default -> Optional.empty();
        };
    }

    private static Optional<Node> processDirectory(Machine machine, String name) {
        try {
            return machine.process(Integer.parseInt(name)).map(ProcPid::of);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Node> file(String text) {
        return Optional.of(GeneratedFile.of(() -> text));
    }

    private static String uptime(Machine machine) {
        long hundredths = machine.clock().now() / 10_000_000;
        String seconds = hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10;
        return seconds + " " + seconds + "\n";
    }

    private static int lastPid(Machine machine) {
        List<Process> all = machine.processes();
        return all.get(all.size() - 1).pid();
    }
}
