package org.vethlab.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vethlab.net.Errno;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Process;

/** A directory whose names and files are made when they are looked at. */
final class GeneratedDirectory implements Node.Directory {
    private final Errno refusal;
    private final Supplier<List<String>> names;
    private final Function<String, Optional<Node>> children;

    private GeneratedDirectory(Errno refusal, Supplier<List<String>> names, Function<String, Optional<Node>> children) {
        this.refusal = refusal;
        this.names = names;
        this.children = children;
    }

    /** Below /proc a name that is not there cannot be opened with O_CREAT either, for want of the file: ENOENT. */
    static GeneratedDirectory inProc(Supplier<List<String>> names, Function<String, Optional<Node>> children) {
        return new GeneratedDirectory(Errno.ENOENT, names, children);
    }

    /** Below /sys nobody may make a file: EACCES. */
    static GeneratedDirectory inSys(Supplier<List<String>> names, Function<String, Optional<Node>> children) {
        return new GeneratedDirectory(Errno.EACCES, names, children);
    }

    @Override
    public FileStatus status(Process viewer) {
        return new FileStatus(FileStatus.Type.DIRECTORY, 0555, 0, 0, 2, 0);
    }

    @Override
    public Optional<Node> child(Process viewer, String name) {
        return children.apply(name);
    }

    @Override
    public List<String> names(Process viewer) {
        return names.get();
    }

    @Override
    public Errno refusal() {
        return refusal;
    }
}
