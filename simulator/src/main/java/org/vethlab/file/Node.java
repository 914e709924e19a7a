package org.vethlab.file;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Input;
import org.vethlab.process.Output;
import org.vethlab.process.Process;

/** A file of any kind (struct inode). What it holds may depend on the process that looks: /proc/self, /proc/net. */
sealed interface Node {
    FileStatus status(Process viewer);

    /** chmod(2). What is generated refuses. */
    default void permissions(int bits) {
        throw new NetException(Errno.EPERM);
    }

    /** Sets the time of the last change. */
    default void touch(long now) {}

    /** A directory. Those that are generated, and those of the host, refuse to be changed. */
    non-sealed interface Directory extends Node {
        Optional<Node> child(Process viewer, String name);

        /** Names in any order. */
        List<String> names(Process viewer);

        /** Why nothing can be added or removed here. */
        default Errno refusal() {
            return Errno.EPERM;
        }

        /** Adds a node, or replaces the one of that name. */
        default void put(String name, Node node, long now) {
            throw new NetException(refusal());
        }

        default void remove(String name, long now) {
            throw new NetException(refusal());
        }

        /** Makes an empty file, opened for writing. */
        default Content create(String name, Process viewer) {
            throw new NetException(refusal());
        }
    }

    /** Something with bytes: a file, a device. */
    non-sealed interface Content extends Node {
        /** @throws NetException if it may not be read */
        Input read(Process viewer);

        /** @throws NetException if it may not be written */
        Output write(Process viewer, boolean append);
    }

    /** A symbolic link. */
    non-sealed interface Link extends Node {
        String target(Process viewer);

        /** Where it leads whatever its text says, as the links of /proc/PID/fd and /proc/PID/ns do. */
        default Optional<Node> destination(Process viewer) {
            return Optional.empty();
        }
    }
}
