package org.vethlab.file;

import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Input;
import org.vethlab.process.Output;
import org.vethlab.process.Process;
import org.vethlab.process.UtsNamespace;

/** A file that stands for a namespace and cannot be read (nsfs): /run/netns/NAME, /proc/PID/ns/net. */
record NamespaceFile(long inode, Optional<Namespace> net, Optional<UtsNamespace> uts) implements Node.Content {
    static NamespaceFile of(Namespace net) {
        return new NamespaceFile(net.inode(), Optional.of(net), Optional.empty());
    }

    static NamespaceFile of(UtsNamespace uts) {
        return new NamespaceFile(uts.inode(), Optional.empty(), Optional.of(uts));
    }

    /** A namespace of a kind that there is only one of. */
    static NamespaceFile only(long inode) {
        return new NamespaceFile(inode, Optional.empty(), Optional.empty());
    }

    @Override
    public FileStatus status(Process viewer) {
        return new FileStatus(FileStatus.Type.REGULAR, 0444, 0, inode, 1, 0);
    }

    @Override
    public Input read(Process viewer) {
        throw new NetException(Errno.EINVAL);
    }

    @Override
    public Output write(Process viewer, boolean append) {
        throw new NetException(Errno.EPERM);
    }
}
