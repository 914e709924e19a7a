package org.vethlab.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.vethlab.net.Errno;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Process;

/** A directory of /proc or /sys with a fixed set of names, whose files are made when they are looked at. */
final class Fixed implements Node.Directory {
    private final Errno refusal;
    private final Map<String, Supplier<Node>> children = new TreeMap<>();
    private final Set<String> unlisted = new HashSet<>();

    Fixed(Errno refusal) {
        this.refusal = refusal;
    }

    Fixed file(String name, Supplier<String> text) {
        return with(name, () -> GeneratedFile.of(text));
    }

    Fixed with(String name, Supplier<Node> node) {
        children.put(name, node);
        return this;
    }

    /** Names that are found, but not listed. */
    void hide(Set<String> names) {
        unlisted.addAll(names);
    }

    @Override
    public FileStatus status(Process viewer) {
        return new FileStatus(FileStatus.Type.DIRECTORY, 0555, 0, 0, 2, 0);
    }

    @Override
    public Optional<Node> child(Process viewer, String name) {
        return Optional.ofNullable(children.get(name)).map(Supplier::get);
    }

    @Override
    public List<String> names(Process viewer) {
        List<String> names = new ArrayList<>(children.keySet());
        names.removeAll(unlisted);
        return names;
    }

    @Override
    public Errno refusal() {
        return refusal;
    }
}
