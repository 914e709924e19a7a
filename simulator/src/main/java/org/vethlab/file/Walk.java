package org.vethlab.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Process;

/** Finds a file by its path (path_resolution(7)). */
final class Walk {
    /** MAXSYMLINKS. */
    private static final int MOST_LINKS = 40;

    private final Node.Directory root;
    private final Process viewer;
    private final List<Step> steps = new ArrayList<>();
    private final Deque<String> ahead = new ArrayDeque<>();
    private int linksFollowed;

    private record Step(String name, Node.Directory directory) {}

    /** Where a path leads: a directory, a name in it, and what has that name there. */
    record Found(Node.Directory parent, String name, Optional<Node> node, String path) {
        /** @throws NetException ENOENT */
        Node existing() {
            return node.orElseThrow(() -> new NetException(Errno.ENOENT));
        }
    }

    private Walk(Node.Directory root, Process viewer) {
        this.root = root;
        this.viewer = viewer;
    }

    /** @throws NetException ENOENT if a directory on the way is missing, ENOTDIR, ELOOP */
    static Found find(Node.Directory root, Process viewer, String path, boolean followLast) {
        if (path.isEmpty()) {
            throw new NetException(Errno.ENOENT);
        }
        Walk walk = new Walk(root, viewer);
        walk.lookAhead(path.startsWith("/") ? path : viewer.directory() + "/" + path);
        return walk.go(followLast || path.endsWith("/"), path.endsWith("/"));
    }

    private void lookAhead(String path) {
        String[] names = path.split("/");
        for (int i = names.length - 1; i >= 0; i--) {
            if (!names[i].isEmpty() && !names[i].equals(".")) {
                ahead.push(names[i]);
            }
        }
    }

    private Found go(boolean followLast, boolean mustBeDirectory) {
        Found found = here();
        while (!ahead.isEmpty()) {
            String name = ahead.pop();
            if (name.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.remove(steps.size() - 1);
                }
                found = here();
                continue;
            }
            found = new Found(directory(), name, directory().child(viewer, name), pathOf(name));
            found = ahead.isEmpty() && !followLast ? found : follow(found);
            descend(found);
        }
        if (mustBeDirectory && found.node().isPresent() && !(found.existing() instanceof Node.Directory)) {
            throw new NetException(Errno.ENOTDIR);
        }
        return found;
    }

    /** A link's words are walked before what comes behind it; a link that knows its destination leads there at once. */
    private Found follow(Found found) {
        if (found.node().isEmpty() || !(found.existing() instanceof Node.Link link)) {
            return found;
        }
        if (++linksFollowed > MOST_LINKS) {
            throw new NetException(Errno.ELOOP);
        }
        Optional<Node> destination = link.destination(viewer);
        if (destination.isPresent()) {
            return new Found(found.parent(), found.name(), destination, found.path());
        }
        String target = link.target(viewer);
        if (target.startsWith("/")) {
            steps.clear();
        }
        lookAhead(target);
        return here();
    }

    private void descend(Found found) {
        if (found.node().isPresent() && found.existing() instanceof Node.Directory next) {
            if (next != directory()) {
                steps.add(new Step(found.name(), next));
            }
        } else if (!ahead.isEmpty()) {
            throw new NetException(found.node().isPresent() ? Errno.ENOTDIR : Errno.ENOENT);
        }
    }

    private Node.Directory directory() {
        return steps.isEmpty() ? root : steps.get(steps.size() - 1).directory();
    }

    private Found here() {
        if (steps.isEmpty()) {
            return new Found(root, "", Optional.of(root), "/");
        }
        Step last = steps.get(steps.size() - 1);
        Node.Directory parent =
                steps.size() == 1 ? root : steps.get(steps.size() - 2).directory();
        return new Found(parent, last.name(), Optional.of(last.directory()), pathOf(""));
    }

    private String pathOf(String name) {
        StringBuilder path = new StringBuilder();
        steps.forEach(step -> path.append('/').append(step.name()));
        return name.isEmpty() ? path.toString() : path.append('/').append(name).toString();
    }
}
