package org.vethlab.process;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;

/** Files as one process sees them: relative names from its working directory, /proc and /sys of its namespaces. */
public interface Files {
    /** @throws NetException ENOENT, EISDIR, EACCES */
    byte[] read(String path);

    /** Opens for reading. @throws NetException ENOENT, EISDIR */
    Input open(String path);

    /** Opens for writing; makes the file if needed. @throws NetException EISDIR, ENOENT, EROFS, EACCES */
    Output create(String path, boolean append);

    /** stat(2). @throws NetException ENOENT, ENOTDIR, ELOOP */
    FileStatus status(String path);

    /** lstat(2): of a symbolic link itself. @throws NetException ENOENT, ENOTDIR, ELOOP */
    FileStatus linkStatus(String path);

    boolean exists(String path);

    boolean isDirectory(String path);

    /** Whether it is a file that its owner may execute. */
    boolean isExecutable(String path);

    /** Sorted names. @throws NetException ENOENT, ENOTDIR */
    List<String> list(String path);

    /** readlink(2). @throws NetException ENOENT, EINVAL if it is no link */
    String readLink(String path);

    /** The absolute path without links and dots (realpath(3)). @throws NetException ENOENT, ENOTDIR, ELOOP */
    String realPath(String path);

    /** The network namespace that a file stands for: /run/netns/NAME, /proc/PID/ns/net. @throws NetException ENOENT */
    Optional<Namespace> namespace(String path);

    /** The UTS namespace that a file stands for: /proc/PID/ns/uts. @throws NetException ENOENT */
    Optional<UtsNamespace> utsNamespace(String path);

    /** unlink(2). @throws NetException ENOENT, EISDIR, EROFS, EPERM */
    void delete(String path);

    /** @throws NetException EEXIST, ENOENT, EROFS */
    void makeDirectory(String path);

    /** rmdir(2). @throws NetException ENOENT, ENOTDIR, ENOTEMPTY, EROFS */
    void removeDirectory(String path);

    /** rename(2). @throws NetException ENOENT, EISDIR, ENOTDIR, ENOTEMPTY, EROFS, EXDEV */
    void rename(String from, String to);

    /** symlink(2). @throws NetException EEXIST, ENOENT, EROFS */
    void link(String target, String path);

    /** chmod(2). @throws NetException ENOENT, EROFS, EPERM */
    void permissions(String path, int bits);

    /** utimes(2): sets the time of the last change to now. @throws NetException ENOENT, EROFS */
    void touch(String path);
}
