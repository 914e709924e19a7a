package org.vethlab.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Process;

/**
 * /run/netns: the namespaces that {@code ip netns} has named, and plain files, to which {@code mount --bind} can bind
 * one. What is bound is mounted, so that nobody can remove its name.
 *
 * @param files the plain ones
 */
record NetnsDirectory(MemoryDirectory files) implements Node.Directory {
    @Override
    public FileStatus status(Process viewer) {
        return new FileStatus(FileStatus.Type.DIRECTORY, 0755, 0, 0, 2, 0);
    }

    @Override
    public Optional<Node> child(Process viewer, String name) {
        Optional<Node> bound = viewer.machine().namedNamespaces().find(name).map(NamespaceFile::of);
        return bound.or(() -> files.child(viewer, name));
    }

    @Override
    public List<String> names(Process viewer) {
        List<String> names = new ArrayList<>(viewer.machine().namedNamespaces().list());
        files.names(viewer).stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names;
    }

    @Override
    public Errno refusal() {
        return Errno.EBUSY;
    }

    @Override
    public Node.Content create(String name, Process viewer) {
        return files.create(name, viewer);
    }

    @Override
    public void remove(String name, long now) {
        if (!files.holdsName(name)) {
            throw new NetException(refusal());
        }
        files.remove(name, now);
    }
}
