package org.vethlab.file;

import java.util.Optional;
import org.vethlab.process.FileSystem;
import org.vethlab.process.Files;
import org.vethlab.process.Process;

/** The files of a machine as Debian lays them out, as far as a lab needs them. */
public final class FileTree implements FileSystem {
    private final Inodes inodes = new Inodes();
    private final MemoryDirectory root = new MemoryDirectory(inodes, 0);

    /** @param folder a folder of the host to be seen at its own path */
    public FileTree(Optional<HostFolder> folder) {
        for (String name :
                new String[] {"home", "mnt", "opt", "root", "srv", "tmp", "var", "run", "usr", "boot", "media"}) {
            root.directory(name);
        }
        root.directory("tmp").permissions(01777);
        root.directory("var").directory("tmp").permissions(01777);
        root.directory("var").directory("log");
        root.directory("root").permissions(0700);
        root.with("bin", SymbolicLink.to("usr/bin", 0)).with("sbin", SymbolicLink.to("usr/sbin", 0));
        root.directory("usr")
                .with("bin", new ProgramDirectory("/usr/bin"))
                .with("sbin", new ProgramDirectory("/usr/sbin"));
        root.directory("run").with("netns", new NetnsDirectory(new MemoryDirectory(inodes, 0)));
        Etc.fill(root.directory("etc"));
        fillDev(root.directory("dev"));
        root.with("proc", new Proc()).with("sys", new Sys());
        folder.ifPresent(this::mount);
    }

    @Override
    public Files of(Process process) {
        return new ProcessFiles(root, inodes, process);
    }

    private static void fillDev(MemoryDirectory dev) {
        dev.with("null", DeviceFile.nothing())
                .with("zero", DeviceFile.zeroes())
                .with("full", DeviceFile.full())
                .with("random", DeviceFile.random())
                .with("urandom", DeviceFile.random())
                .with("tty", DeviceFile.terminal())
                .with("fd", SymbolicLink.to("/proc/self/fd", 0))
                .with("stdin", SymbolicLink.to("/proc/self/fd/0", 0))
                .with("stdout", SymbolicLink.to("/proc/self/fd/1", 0))
                .with("stderr", SymbolicLink.to("/proc/self/fd/2", 0));
        dev.directory("pts");
        dev.directory("shm").permissions(01777);
    }

    /** At its own path, unless the machine has something of its own there: /, /etc, /usr. */
    private void mount(HostFolder folder) {
        String[] names = folder.path().substring(1).split("/");
        MemoryDirectory parent = root;
        for (int i = 0; i < names.length - 1; i++) {
            if (parent.holds(names[i])) {
                return;
            }
            parent = parent.directory(names[i]);
        }
        String last = names[names.length - 1];
        if (!last.isEmpty() && !parent.holds(last) && parent.directory(last).isEmpty()) {
            parent.with(last, new HostDirectory(inodes, folder, ""));
        }
    }
}
