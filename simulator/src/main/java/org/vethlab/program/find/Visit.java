package org.vethlab.program.find;

import org.vethlab.process.FileStatus;
import org.vethlab.program.Context;

/** A file that {@code find} has come to. */
final class Visit {
    private final Context context;
    private final String path;
    private final String start;
    private final int depth;
    private final FileStatus status;
    private boolean pruned;

    /** @param start the operand below which it was found */
    Visit(Context context, String path, String start, int depth, FileStatus status) {
        this.context = context;
        this.path = path;
        this.start = start;
        this.depth = depth;
        this.status = status;
    }

    Context context() {
        return context;
    }

    String path() {
        return path;
    }

    String start() {
        return start;
    }

    int depth() {
        return depth;
    }

    FileStatus status() {
        return status;
    }

    /** The last component (basename). */
    String name() {
        String trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.equals("/") ? "/" : trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    /** Does not go into this directory. */
    void prune() {
        pruned = true;
    }

    boolean isPruned() {
        return pruned;
    }
}
