package org.vethlab.shell.run;

import java.util.ArrayList;
import java.util.List;

/** Functions and sourced files that are running, the innermost last: FUNCNAME, BASH_SOURCE, BASH_LINENO, caller. */
public final class CallStack {
    private final List<Frame> frames = new ArrayList<>();

    /**
     * One call.
     *
     * @param function its name; {@code source} for a file
     * @param source the file that it was defined in
     * @param line where it was called
     */
    public record Frame(String function, String source, int line, boolean isFile) {}

    CallStack copy() {
        CallStack copy = new CallStack();
        copy.frames.addAll(frames);
        return copy;
    }

    void enter(Frame frame) {
        frames.add(frame);
    }

    void leave() {
        frames.remove(frames.size() - 1);
    }

    public boolean isEmpty() {
        return frames.isEmpty();
    }

    public int depth() {
        return frames.size();
    }

    /** The innermost first. */
    public List<Frame> innermostFirst() {
        List<Frame> all = new ArrayList<>(frames);
        java.util.Collections.reverse(all);
        return all;
    }

    public boolean isInFunction() {
        return frames.stream().anyMatch(frame -> !frame.isFile());
    }

    public boolean isInFile() {
        return frames.stream().anyMatch(Frame::isFile);
    }
}
