package org.vethlab.process;

import java.util.List;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Files as one process sees them. */
final class ProcessFiles implements Files {
    private final Process process;

    ProcessFiles(Process process) {
        this.process = process;
    }

    @Override
    public byte[] read(String path) {
        throw new NetException(Errno.ENOENT, process.directory());
    }

    @Override
    public Input open(String path) {
        throw new NetException(Errno.ENOENT);
    }

    @Override
    public Output create(String path, boolean append) {
        throw new NetException(Errno.ENOENT);
    }

    @Override
    public boolean exists(String path) {
        return false;
    }

    @Override
    public boolean isDirectory(String path) {
        return false;
    }

    @Override
    public boolean isExecutable(String path) {
        return false;
    }

    @Override
    public List<String> list(String path) {
        return List.of();
    }

    @Override
    public void delete(String path) {}

    @Override
    public void makeDirectory(String path) {}
}
