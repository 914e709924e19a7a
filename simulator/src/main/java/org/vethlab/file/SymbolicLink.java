package org.vethlab.file;

import java.util.Optional;
import java.util.function.Function;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Process;

/** A symbolic link, fixed or generated. */
final class SymbolicLink implements Node.Link {
    private final Function<Process, String> target;
    private final Optional<Node> destination;
    private final long modified;

    private SymbolicLink(Function<Process, String> target, Optional<Node> destination, long modified) {
        this.target = target;
        this.destination = destination;
        this.modified = modified;
    }

    static SymbolicLink to(String target, long now) {
        return new SymbolicLink(viewer -> target, Optional.empty(), now);
    }

    /** A link whose text depends on who reads it: /proc/self. */
    static SymbolicLink to(Function<Process, String> target) {
        return new SymbolicLink(target, Optional.empty(), 0);
    }

    /** A link of /proc that leads to a node which its text does not name: {@code net:[4026531840]}. */
    static SymbolicLink to(String text, Node destination) {
        return new SymbolicLink(viewer -> text, Optional.of(destination), 0);
    }

    @Override
    public FileStatus status(Process viewer) {
        return new FileStatus(FileStatus.Type.LINK, 0777, target(viewer).length(), 0, 1, modified);
    }

    @Override
    public String target(Process viewer) {
        return target.apply(viewer);
    }

    @Override
    public Optional<Node> destination(Process viewer) {
        return destination;
    }
}
