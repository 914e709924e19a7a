package org.vethlab.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Input;
import org.vethlab.process.Output;
import org.vethlab.process.Process;

/**
 * A folder of the host, and what the lab has made of it: files are read from the host, and whatever is written, added or
 * removed is so in the lab's memory only.
 */
final class HostDirectory implements Node.Directory {
    private final Inodes inodes;
    private final HostFolder folder;
    private final String path;
    private final MemoryDirectory memory;
    private boolean listed;

    HostDirectory(Inodes inodes, HostFolder folder, String path) {
        this.inodes = inodes;
        this.folder = folder;
        this.path = path;
        this.memory = new MemoryDirectory(inodes, 0);
    }

    /** The host is asked for the names once, and for a file's bytes when it is first opened. */
    private MemoryDirectory memory() {
        if (!listed) {
            listed = true;
            for (String name : folder.names(path)) {
                String inside = path.isEmpty() ? name : path + "/" + name;
                memory.with(
                        name,
                        folder.isFolder(inside) ? new HostDirectory(inodes, folder, inside) : new HostFile(inside));
            }
        }
        return memory;
    }

    @Override
    public FileStatus status(Process viewer) {
        return memory().status(viewer);
    }

    @Override
    public Optional<Node> child(Process viewer, String name) {
        return memory().child(viewer, name);
    }

    @Override
    public List<String> names(Process viewer) {
        return new ArrayList<>(memory().names(viewer));
    }

    @Override
    public void put(String name, Node node, long now) {
        memory().put(name, node, now);
    }

    @Override
    public void remove(String name, long now) {
        memory().remove(name, now);
    }

    @Override
    public Node.Content create(String name, Process viewer) {
        return memory().create(name, viewer);
    }

    private final class HostFile implements Node.Content {
        private final String name;
        private @Nullable MemoryFile copy;

        HostFile(String name) {
            this.name = name;
        }

        private MemoryFile copy() {
            MemoryFile file = copy;
            if (file == null) {
                int permissions = folder.isExecutable(name) ? 0755 : 0644;
                file = new MemoryFile(inodes.next(), permissions, 0);
                file.fill(folder.read(name).orElseGet(() -> new byte[0]));
                copy = file;
            }
            return file;
        }

        @Override
        public FileStatus status(Process viewer) {
            return copy().status(viewer);
        }

        @Override
        public void permissions(int bits) {
            copy().permissions(bits);
        }

        @Override
        public void touch(long now) {
            copy().touch(now);
        }

        @Override
        public Input read(Process viewer) {
            return copy().read(viewer);
        }

        @Override
        public Output write(Process viewer, boolean append) {
            return copy().write(viewer, append);
        }
    }
}
