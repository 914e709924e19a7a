package org.vethlab.process;

import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/**
 * An open file (struct file): shared by all descriptors that dup(2) and fork(2) made of it, closed with the last one.
 * A new one has no reference; {@link Descriptors#put} takes the first.
 */
public final class OpenFile {
    private final String name;
    private final Input input;
    private final Output output;
    private int references;

    private OpenFile(String name, Input input, Output output) {
        this.name = name;
        this.input = input;
        this.output = output;
    }

    public static OpenFile reading(String name, Input input) {
        return new OpenFile(name, input, new Unwritable());
    }

    public static OpenFile writing(String name, Output output) {
        return new OpenFile(name, new Unreadable(), output);
    }

    public static OpenFile both(String name, Input input, Output output) {
        return new OpenFile(name, input, output);
    }

    /** What {@code readlink /proc/self/fd/N} shows: a path, or {@code pipe:[N]}. */
    public String name() {
        return name;
    }

    /** Its reading side; reading raises EBADF if it was opened for writing only. */
    public Input input() {
        return input;
    }

    /** Its writing side; writing raises EBADF if it was opened for reading only. */
    public Output output() {
        return output;
    }

    void retain() {
        references++;
    }

    void release() {
        if (--references == 0) {
            input.close();
            output.close();
        }
    }

    static final class Unreadable implements Input {
        @Override
        public int read(byte[] buffer, int offset, int length) {
            throw new NetException(Errno.EBADF);
        }
    }

    static final class Unwritable implements Output {
        @Override
        public void write(byte[] buffer, int offset, int length) {
            throw new NetException(Errno.EBADF);
        }
    }
}
