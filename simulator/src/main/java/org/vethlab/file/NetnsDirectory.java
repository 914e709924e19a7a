package org.vethlab.file;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Process;

/** /run/netns: the namespaces that {@code ip netns} has named. */
record NetnsDirectory() implements Node.Directory {
    @Override
    public FileStatus status(Process viewer) {
        return new FileStatus(FileStatus.Type.DIRECTORY, 0755, 0, 0, 2, 0);
    }

    @Override
    public Optional<Node> child(Process viewer, String name) {
        return viewer.machine().namedNamespaces().find(name).map(NamespaceFile::of);
    }

    @Override
    public List<String> names(Process viewer) {
        return viewer.machine().namedNamespaces().list();
    }

    /** What is bound there is mounted: {@code rm} says so. */
    @Override
    public Errno refusal() {
        return Errno.EBUSY;
    }
}
