package org.vethlab.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Files;
import org.vethlab.process.Input;
import org.vethlab.process.Output;
import org.vethlab.process.Process;
import org.vethlab.process.UtsNamespace;

/** Files as one process sees them. */
final class ProcessFiles implements Files {
    private final Node.Directory root;
    private final Inodes inodes;
    private final Process process;

    ProcessFiles(Node.Directory root, Inodes inodes, Process process) {
        this.root = root;
        this.inodes = inodes;
        this.process = process;
    }

    // content

    @Override
    public byte[] read(String path) {
        Input input = open(path);
        try {
            return input.readAll();
        } finally {
            input.close();
        }
    }

    @Override
    public Input open(String path) {
        Node node = find(path).existing();
        if (!(node instanceof Node.Content content)) {
            throw new NetException(Errno.EISDIR);
        }
        return content.read(process);
    }

    @Override
    public Output create(String path, boolean append) {
        Walk.Found found = find(path);
        if (found.node().isEmpty()) {
            if (path.endsWith("/")) {
                throw new NetException(Errno.EISDIR);
            }
            return found.parent().create(found.name(), process).write(process, append);
        }
        if (!(found.existing() instanceof Node.Content content)) {
            throw new NetException(Errno.EISDIR);
        }
        return content.write(process, append);
    }

    // questions

    @Override
    public FileStatus status(String path) {
        return find(path).existing().status(process);
    }

    @Override
    public FileStatus linkStatus(String path) {
        return findLink(path).existing().status(process);
    }

    @Override
    public boolean exists(String path) {
        return look(path).isPresent();
    }

    @Override
    public boolean isDirectory(String path) {
        return look(path).filter(Node.Directory.class::isInstance).isPresent();
    }

    @Override
    public boolean isExecutable(String path) {
        return look(path)
                .filter(Node.Content.class::isInstance)
                .filter(node -> (node.status(process).permissions() & 0111) != 0)
                .isPresent();
    }

    @Override
    public List<String> list(String path) {
        if (!(find(path).existing() instanceof Node.Directory directory)) {
            throw new NetException(Errno.ENOTDIR);
        }
        List<String> names = new ArrayList<>(directory.names(process));
        names.sort(null);
        return names;
    }

    @Override
    public String readLink(String path) {
        if (findLink(path).existing() instanceof Node.Link link) {
            return link.target(process);
        }
        throw new NetException(Errno.EINVAL);
    }

    @Override
    public String realPath(String path) {
        Walk.Found found = find(path);
        found.existing();
        return found.path();
    }

    @Override
    public Optional<Namespace> namespace(String path) {
        return find(path).existing() instanceof NamespaceFile file ? file.net() : Optional.empty();
    }

    @Override
    public Optional<UtsNamespace> utsNamespace(String path) {
        return find(path).existing() instanceof NamespaceFile file ? file.uts() : Optional.empty();
    }

    // changes

    @Override
    public void delete(String path) {
        Walk.Found found = findLink(path);
        if (found.existing() instanceof Node.Directory) {
            throw new NetException(Errno.EISDIR);
        }
        found.parent().remove(found.name(), now());
    }

    @Override
    public void makeDirectory(String path) {
        Walk.Found found = find(path);
        if (found.node().isPresent()) {
            throw new NetException(Errno.EEXIST);
        }
        found.parent().put(found.name(), new MemoryDirectory(inodes, now()), now());
    }

    @Override
    public void removeDirectory(String path) {
        Walk.Found found = findLink(path);
        if (!(found.existing() instanceof Node.Directory directory)) {
            throw new NetException(Errno.ENOTDIR);
        }
        if (!directory.names(process).isEmpty()) {
            throw new NetException(Errno.ENOTEMPTY);
        }
        found.parent().remove(found.name(), now());
    }

    @Override
    public void rename(String from, String to) {
        Walk.Found source = findLink(from);
        Walk.Found target = findLink(to);
        Node node = source.existing();
        target.node().ifPresent(there -> refuseToReplace(there, node));
        if (target.path().startsWith(source.path() + "/")) {
            throw new NetException(Errno.EINVAL);
        }
        source.parent().remove(source.name(), now());
        target.parent().put(target.name(), node, now());
    }

    private void refuseToReplace(Node there, Node by) {
        boolean directory = by instanceof Node.Directory;
        if (there instanceof Node.Directory full) {
            if (!directory) {
                throw new NetException(Errno.EISDIR);
            }
            if (!full.names(process).isEmpty()) {
                throw new NetException(Errno.ENOTEMPTY);
            }
        } else if (directory) {
            throw new NetException(Errno.ENOTDIR);
        }
    }

    @Override
    public void link(String target, String path) {
        Walk.Found found = findLink(path);
        if (found.node().isPresent()) {
            throw new NetException(Errno.EEXIST);
        }
        found.parent().put(found.name(), SymbolicLink.to(target, now()), now());
    }

    @Override
    public void permissions(String path, int bits) {
        find(path).existing().permissions(bits);
    }

    @Override
    public void touch(String path) {
        find(path).existing().touch(now());
    }

    // finding

    private Walk.Found find(String path) {
        return Walk.find(root, process, path, true);
    }

    private Walk.Found findLink(String path) {
        return Walk.find(root, process, path, false);
    }

    private Optional<Node> look(String path) {
        try {
            return find(path).node();
        } catch (NetException e) {
            return Optional.empty();
        }
    }

    private long now() {
        return process.machine().clock().now();
    }
}
