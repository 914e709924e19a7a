package org.vethlab.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.process.OpenFile;
import org.vethlab.process.Process;

/** /proc/PID. */
final class ProcPid {
    /** Namespaces of kinds that a lab has one of. */
    private static final Map<String, Long> SHARED = Map.of(
            "cgroup", 4026531835L,
            "ipc", 4026531839L,
            "mnt", 4026531841L,
            "pid", 4026531836L,
            "time", 4026531834L,
            "user", 4026531837L);

    private ProcPid() {}

    /** The path of the program that it runs. */
    private static String executable(Process process) {
        String word = process.commandLine().get(0);
        return process.machine().executables().locate(process, word).orElse(word);
    }

    static Node of(Process process) {
        return new Fixed(Errno.ENOENT)
                .file("cmdline", () -> String.join("\0", process.commandLine()) + "\0")
                .file("comm", () -> process.name() + "\n")
                .file("environ", () -> environ(process))
                .file("mounts", () -> ProcMounts.TEXT)
                .file("stat", () -> ProcStatus.stat(process))
                .file("status", () -> ProcStatus.status(process))
                .with("cwd", () -> SymbolicLink.to(process.directory(), 0))
                .with("exe", () -> SymbolicLink.to(executable(process), 0))
                .with("root", () -> SymbolicLink.to("/", 0))
                .with("fd", () -> descriptors(process))
                .with("net", () -> ProcNet.of(process.net()))
                .with("ns", () -> namespaces(process))
                .with("task", () -> threads(process));
    }

    private static Node threads(Process process) {
        return new Fixed(Errno.ENOENT).with(Integer.toString(process.pid()), () -> of(process));
    }

    private static String environ(Process process) {
        StringBuilder text = new StringBuilder();
        process.environment()
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\0'));
        return text.toString();
    }

    private static Node descriptors(Process process) {
        return GeneratedDirectory.inProc(
                () -> process.descriptors().numbers().stream()
                        .map(number -> Integer.toString(number))
                        .toList(),
                name -> descriptor(process, name));
    }

    private static Optional<Node> descriptor(Process process, String name) {
        try {
            Optional<OpenFile> file = process.descriptors().get(Integer.parseInt(name));
            return file.map(open -> SymbolicLink.to(open.name(), DeviceFile.open(open)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Node namespaces(Process process) {
        List<String> names = new ArrayList<>(SHARED.keySet());
        names.addAll(List.of("net", "uts", "pid_for_children", "time_for_children"));
        return GeneratedDirectory.inProc(() -> names, name -> namespace(process, name));
    }

    private static Optional<Node> namespace(Process process, String name) {
        String kind = name.endsWith("_for_children") ? name.substring(0, name.indexOf('_')) : name;
        Optional<NamespaceFile> file = switch (kind) {
            case "net" -> Optional.of(NamespaceFile.of(process.net()));
            case "uts" -> Optional.of(NamespaceFile.of(process.uts()));
            default -> Optional.ofNullable(SHARED.get(kind)).map(NamespaceFile::only);
        };
        return file.map(target -> SymbolicLink.to(kind + ":[" + target.inode() + "]", target));
    }
}
