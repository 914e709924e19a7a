package org.vethlab.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Process;

/** A directory in memory. */
final class MemoryDirectory implements Node.Directory {
    private final Inodes inodes;
    private final long inode;
    private final Map<String, Node> children = new LinkedHashMap<>();
    private int permissions = 0755;
    private long modified;

    MemoryDirectory(Inodes inodes, long now) {
        this.inodes = inodes;
        this.inode = inodes.next();
        this.modified = now;
    }

    @Override
    public FileStatus status(Process viewer) {
        int directories = (int) children.values().stream()
                .filter(Node.Directory.class::isInstance)
                .count();
        return new FileStatus(FileStatus.Type.DIRECTORY, permissions, 4096, inode, 2 + directories, modified);
    }

    @Override
    public void permissions(int bits) {
        permissions = bits;
    }

    @Override
    public void touch(long now) {
        modified = now;
    }

    @Override
    public Optional<Node> child(Process viewer, String name) {
        return Optional.ofNullable(children.get(name));
    }

    @Override
    public List<String> names(Process viewer) {
        return new ArrayList<>(children.keySet());
    }

    @Override
    public void put(String name, Node node, long now) {
        children.put(name, node);
        modified = now;
    }

    @Override
    public void remove(String name, long now) {
        children.remove(name);
        modified = now;
    }

    @Override
    public Node.Content create(String name, Process viewer) {
        long now = viewer.machine().clock().now();
        MemoryFile file = new MemoryFile(inodes.next(), 0644, now);
        put(name, file, now);
        return file;
    }

    /** Whether there is something of that name that is not a directory in memory. */
    boolean holds(String name) {
        Node node = children.get(name);
        return node != null && !(node instanceof MemoryDirectory);
    }

    boolean holdsName(String name) {
        return children.containsKey(name);
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    /** For those who lay out the tree: a directory inside, made if it is not there. */
    MemoryDirectory directory(String name) {
        if (children.get(name) instanceof MemoryDirectory there) {
            return there;
        }
        MemoryDirectory made = new MemoryDirectory(inodes, modified);
        children.put(name, made);
        return made;
    }

    /** For those who lay out the tree. */
    MemoryDirectory file(String name, String text) {
        children.put(name, new MemoryFile(inodes.next(), 0644, modified).with(text));
        return this;
    }

    /** For those who lay out the tree: a file that is stored beside the classes, read when somebody looks at it. */
    MemoryDirectory stored(String name) {
        children.put(name, new MemoryFile(inodes.next(), 0644, modified).later(() -> Stored.read(name + ".txt")));
        return this;
    }

    /** For those who lay out the tree. */
    MemoryDirectory with(String name, Node node) {
        children.put(name, node);
        return this;
    }
}
