package org.vethlab.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.Sysctls;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Process;

/**
 * A directory of /proc/sys. What is below net/ is that of the network namespace of whoever looks; the host name that of
 * his UTS namespace.
 *
 * @param path below /proc/sys, with a slash at its end unless it is empty
 */
record ProcSys(String path) implements Node.Directory {
    @Override
    public FileStatus status(Process viewer) {
        return new FileStatus(FileStatus.Type.DIRECTORY, 0555, 0, 0, 1, 0);
    }

    @Override
    public Errno refusal() {
        return Errno.ENOENT;
    }

    @Override
    public List<String> names(Process viewer) {
        if (path.startsWith("net/")) {
            return sysctls(viewer).list(withoutSlash(path)).orElseGet(List::of);
        }
        TreeSet<String> names = new TreeSet<>();
        for (String name : MachineSysctls.names()) {
            if (name.startsWith(path)) {
                String rest = name.substring(path.length());
                names.add(rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest);
            }
        }
        if (path.isEmpty()) {
            names.add("net");
        }
        return new ArrayList<>(names);
    }

    @Override
    public Optional<Node> child(Process viewer, String name) {
        String whole = path + name;
        if (!whole.equals("net") && !whole.startsWith("net/")) {
            return names(viewer).contains(name) ? Optional.of(machineWide(viewer, whole)) : Optional.empty();
        }
        Sysctls sysctls = sysctls(viewer);
        return sysctls.isDirectory(whole) ? Optional.of(new ProcSys(whole + "/")) : sysctlFile(sysctls, whole);
    }

    /** A file that cannot be read at all is one to be written only: {@code route/flush}. */
    private static Optional<Node> sysctlFile(Sysctls sysctls, String path) {
        try {
            return sysctls.read(path).map(text -> networkFile(sysctls, path));
        } catch (NetException e) {
            return Optional.of(
                    e.errno() == Errno.EACCES
                            ? GeneratedFile.writeOnly(text -> sysctls.write(path, text))
                            : networkFile(sysctls, path));
        }
    }

    private static Node networkFile(Sysctls sysctls, String path) {
        return GeneratedFile.setting(
                () -> sysctls.read(path).orElseThrow(() -> new NetException(Errno.ENOENT)) + "\n",
                text -> sysctls.write(path, text),
                sysctls.mode(path));
    }

    private static Node machineWide(Process viewer, String path) {
        return MachineSysctls.find(path).<Node>map(file -> file.node(viewer)).orElseGet(() -> new ProcSys(path + "/"));
    }

    private static Sysctls sysctls(Process viewer) {
        return viewer.net().sysctls();
    }

    private static String withoutSlash(String path) {
        return path.substring(0, path.length() - 1);
    }
}
