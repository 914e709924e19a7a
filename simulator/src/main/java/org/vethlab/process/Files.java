package org.vethlab.process;

import java.util.List;
import org.vethlab.net.NetException;

/** Files as one process sees them: relative names from its working directory, /proc and /sys of its namespaces. */
public interface Files {
    /** @throws NetException ENOENT, EISDIR, EACCES */
    byte[] read(String path);

    /** Opens for reading. @throws NetException ENOENT, EISDIR */
    Input open(String path);

    /** Opens for writing; makes the file if needed. @throws NetException EISDIR, ENOENT, EROFS, EINVAL */
    Output create(String path, boolean append);

    boolean exists(String path);

    boolean isDirectory(String path);

    /** Whether it is a file that its owner may execute. */
    boolean isExecutable(String path);

    /** Sorted names. @throws NetException ENOENT, ENOTDIR */
    List<String> list(String path);

    /** @throws NetException ENOENT, EISDIR, EROFS */
    void delete(String path);

    /** @throws NetException EEXIST, ENOENT, EROFS */
    void makeDirectory(String path);
}
